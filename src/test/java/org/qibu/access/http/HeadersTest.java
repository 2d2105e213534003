package org.qibu.access.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.engine.identity.TriedTooOften;
import org.qibu.process.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Which headers come with which of our answers, and how somebody gets in and out. */
class HeadersTest extends ProcessTest {

    private static final Map<String, String> EVERYWHERE = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin");

    @Autowired
    WebApplicationContext application;

    private MockMvc web;

    @BeforeEach
    void openTheDoors() {
        web = MockMvcBuilders.webAppContextSetup(application)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
    }

    private static MockHttpServletRequestBuilder as(String account, MockHttpServletRequestBuilder request) {
        return request.header(HttpHeaders.AUTHORIZATION, basic(account, account));
    }

    private static String basic(String account, String password) {
        return "Basic " + HttpHeaders.encodeBasicAuth(account, password, null);
    }

    static Stream<Arguments> routes() {
        return Stream.of(
                route(
                        "home page",
                        get("/"),
                        List.of("no-store"),
                        List.of("script-src 'self'", "frame-ancestors 'self'")),
                route(
                        "login page",
                        get("/login"),
                        List.of("no-store"),
                        List.of("form-action 'self'", "base-uri 'none'")),
                route("public API", get("/api/notices"), List.of("no-store"), List.of("default-src 'none'")),
                route(
                        "staff page",
                        get("/staff/matters").with(user("clerk")),
                        List.of("no-store"),
                        List.of("default-src 'none'")),
                route(
                        "API of a page",
                        get("/api/session").with(user("clerk")),
                        List.of("no-store"),
                        List.of("default-src 'none'")),
                route(
                        "API of a program",
                        as("clerk", get("/api/session")),
                        List.of("no-store"),
                        List.of("default-src 'none'", "frame-ancestors 'none'")),
                route(
                        "program without a password",
                        get("/engine-rest/task"),
                        List.of("no-store"),
                        List.of("default-src 'none'")),
                route(
                        "refused page",
                        get("/staff/no-such-page").with(user("clerk")),
                        List.of("no-store"),
                        List.of("default-src 'none'")),
                route("web app's API", get("/camunda/api/engine/engine"), List.of("no-store"), List.of()),
                route("web app's page", get("/camunda/app/tasklist/default/"), List.of("no-store"), List.of()));
    }

    private static Arguments route(
            String name, MockHttpServletRequestBuilder request, List<String> caching, List<String> policy) {
        return Arguments.of(name, request, caching, policy);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void everyAnswerCarriesItsHeaders(
            String name, MockHttpServletRequestBuilder request, List<String> caching, List<String> policy)
            throws Exception {
        var answer = web.perform(request).andReturn().getResponse();
        EVERYWHERE.forEach((header, value) ->
                assertThat(answer.getHeaders(header)).as(header).containsExactly(value));
        assertThat(answer.getHeader("Permissions-Policy")).contains("camera=()", "geolocation=()", "microphone=()");
        assertThat(answer.getHeader("Cache-Control")).contains(caching);
        assertThat(answer.getHeader("Strict-Transport-Security"))
                .as("plain http")
                .isNull();
        if (!policy.isEmpty()) {
            assertThat(answer.getHeader("Content-Security-Policy"))
                    .contains(policy)
                    .doesNotContain("unsafe-eval", "https:");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void overHttpsBrowsersAreToldToStayThere(
            String name, MockHttpServletRequestBuilder request, List<String> caching, List<String> policy)
            throws Exception {
        web.perform(request.secure(true))
                .andExpect(header().string("Strict-Transport-Security", containsString("max-age=31536000")));
    }

    @Test
    void theChosenLanguageIsRememberedOverHttpsOnlyWhereItWasChosenThere() throws Exception {
        web.perform(get("/").param("lang", "en").secure(true))
                .andExpect(cookie().value("qibu-lang", "en"))
                .andExpect(cookie().secure("qibu-lang", true));
        web.perform(get("/").param("lang", "en")).andExpect(cookie().secure("qibu-lang", false));
    }

    @Test
    void filesOfTheWebAppsThatNeverChangeMayBeKeptAndOursMayNot() throws Exception {
        web.perform(get("/camunda/lib/deps.js?bust=7.24.0").with(user("clerk")))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "private, max-age=86400"));
        web.perform(get("/camunda/lib/qibu/drafts.js").with(user("clerk")))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"));
    }

    @Test
    void aLoginGetsANewSessionAndItsEndEmptiesTheBrowsersStore() throws Exception {
        var before = new MockHttpSession();
        var id = before.getId();
        web.perform(post("/login")
                        .session(before)
                        .with(csrf())
                        .param("username", "clerk")
                        .param("password", "clerk"))
                .andExpect(redirectedUrl("/staff/matters"));
        assertThat(before.getId()).isNotEqualTo(id);
        web.perform(post("/logout").session(before).secure(true).with(csrf()))
                .andExpect(redirectedUrl("/login?logout"))
                .andExpect(header().string("Clear-Site-Data", "\"storage\""));
        assertThat(before.isInvalid()).isTrue();
    }

    @Test
    void aStrangerWhoGuessesIsSlowedDownAndTheRightPersonStillGetsIn() throws Exception {
        for (int i = 0; i < 5; i++) {
            web.perform(guess("expert", "198.51.100.7")).andExpect(redirectedUrl("/login?error"));
        }
        for (int i = 0; i < 10; i++) {
            web.perform(guess("expert", "198.51.100.7")).andExpect(redirectedUrlPattern("/login?wait=*"));
        }
        web.perform(get("/api/session")
                        .with(from("198.51.100.7"))
                        .header(HttpHeaders.AUTHORIZATION, basic("expert", "no")))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"));
        web.perform(post("/login")
                        .with(csrf())
                        .with(from("192.0.2.10"))
                        .param("username", "expert")
                        .param("password", "expert"))
                .andExpect(redirectedUrl("/staff/matters"));
    }

    @Test
    void theEngineSlowsDownWhoeverGuessesAndNeverLocksAnAccount() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(engine.getIdentityService().checkPassword("archivist", "wrong"))
                    .isFalse();
        }
        assertThatThrownBy(() -> engine.getIdentityService().checkPassword("archivist", "wrong"))
                .isInstanceOf(TriedTooOften.class);
        web.perform(get("/api/session")
                        .with(from("203.0.113.77"))
                        .header(HttpHeaders.AUTHORIZATION, basic("archivist", "archivist")))
                .andExpect(status().isOk());
    }

    private static MockHttpServletRequestBuilder guess(String account, String address) {
        return post("/login")
                .with(csrf())
                .with(from(address))
                .param("username", account)
                .param("password", "guess");
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v3/api-docs", "/api/session", "/actuator/prometheus", "/api/communities/HZ-AS/persons"})
    void whoAsksWithoutALoginLeavesNoSessionBehind(String path) throws Exception {
        var asked = web.perform(get(path)).andExpect(status().isUnauthorized()).andReturn();
        assertThat(asked.getRequest().getSession(false)).isNull();
    }

    @Test
    void afterTheLoginPeopleReturnToThePageTheyWanted() throws Exception {
        var asked =
                web.perform(get("/staff/mail")).andExpect(status().isFound()).andReturn();
        var session = (MockHttpSession) asked.getRequest().getSession(false);
        web.perform(post("/login")
                        .session(session)
                        .with(csrf())
                        .param("username", "clerk")
                        .param("password", "clerk"))
                .andExpect(redirectedUrlPattern("/staff/mail*"));
    }
}
