package org.qibu.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What frameworks do unless told otherwise is not left as it comes: hosts in redirects, what runs here, open folders. */
class FrameworkDefaultsTest extends ProcessTest {

    @Autowired
    WebApplicationContext application;

    @Value("${qibu.data}")
    Path data;

    private MockMvc web;

    @BeforeEach
    void openTheDoors() {
        web = MockMvcBuilders.webAppContextSetup(application)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
    }

    private static RequestPostProcessor toHost(String host) {
        return request -> {
            request.setServerName(host);
            request.addHeader("Host", host);
            return request;
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"/staff/matters", "/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/"})
    void nobodyIsSentToTheHostARequestNames(String page) throws Exception {
        web.perform(get(page).with(toHost("evil.cn"))).andExpect(redirectedUrl("/login"));
    }

    @Test
    void afterTheLoginAPageRememberedUnderAnotherHostIsOursAllTheSame() throws Exception {
        var session = new MockHttpSession();
        web.perform(get("/staff/matters?q=1").session(session).with(toHost("evil.cn")))
                .andExpect(redirectedUrl("/login"));
        var sent = web.perform(post("/login")
                        .session(session)
                        .with(csrf())
                        .param("username", "clerk")
                        .param("password", "clerk"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(sent).startsWith("/staff/matters?q=1").doesNotContain("evil");
    }

    @Test
    void whatRunsHereIsToldToNobodyUnknown() throws Exception {
        web.perform(get("/actuator/info")).andExpect(status().isUnauthorized());
    }

    @Test
    void foldersOfTheDatabaseAreOpenToNobodyElse() throws IOException {
        for (var folder :
                new Path[] {data.resolve("postgres"), data.resolve("postgres/server"), data.resolve("postgres/cluster")
                }) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .as(folder.toString())
                    .isEqualTo("rwx------");
        }
    }
}
