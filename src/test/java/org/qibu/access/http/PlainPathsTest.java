package org.qibu.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** An address is written in one way: another writing of the same place is refused, it never passes as another place. */
class PlainPathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest;x/user",
                "/engine-rest/user;a=b",
                "/engine-rest/user%3Ba",
                "/%65ngine-rest/user",
                "/engine-rest/%75ser",
                "/engine%2Drest/user",
                "/engine-rest//user",
                "//engine-rest/user",
                "/camunda//api/engine/engine",
                "/camunda/%61pi/engine/engine",
                "/camunda/%41pi",
                "/engine-rest/./user",
                "/engine-rest/../engine-rest/user",
                "/engine-rest/..",
                "/engine-rest/%2e%2e/user",
                "/engine-rest/%2E/user",
                "/engine-rest%2Fuser",
                "/engine-rest%5Cuser",
                "/engine-rest\\user",
                "/engine-rest/%2575ser",
                "/engine-rest/user%00",
                "/engine-rest/user%0d%0a",
                "/engine-rest/user%7f",
                "/engine-rest/%",
                "/engine-rest/%zz"
            })
    void otherWritingsOfAPlaceAreRefused(String path) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        var answer = new MockHttpServletResponse();
        var next = new MockFilterChain();
        new PlainPaths().doFilter(request, answer, next);
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(next.getRequest()).as("nothing behind sees it").isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/matters/HZ-AS-2026-0001",
                "/engine-rest/process-definition/deliberation:1:ab-cd/xml",
                "/camunda/api/engine/engine/default/process-definition/deliberation%3A1%3Aab-cd/xml",
                "/%E4%BA%8B%E9%A1%B9",
                "/camunda/app/tasklist/default/",
                "/camunda/lib/deps.js",
                "/api/matters/HZ-AS-2026-0001/files",
                "/a%20b",
                "/.well-known/security.txt"
            })
    void whatPagesAndProgramsWritePasses(String path) {
        assertThat(PlainPaths.isPlain(path, null)).isTrue();
    }

    @Test
    void theCharacterZeroNeverStandsBehindTheQuestionMark() {
        assertThat(PlainPaths.isPlain("/staff/matters", "q=%00")).isFalse();
        assertThat(PlainPaths.isPlain("/staff/matters", "q=%E7%81%AF&x=//;")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.cn/staff/matters",
                "https://evil.cn:8443/staff/matters",
                "//evil.cn/staff/matters",
                "/staff/matters",
                "http://evil.cn//staff/matters"
            })
    void afterALoginNobodyIsSentToTheHostARequestNamed(String remembered) {
        assertThat(RelativeRedirects.withoutHost(remembered)).isEqualTo("/staff/matters");
        assertThat(RelativeRedirects.withoutHost(remembered + "?q=%E7%81%AF&continue"))
                .isEqualTo("/staff/matters?q=%E7%81%AF&continue");
    }
}
