package org.qibu.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PageNonceTest {

    private static final String POLICY = "Content-Security-Policy";

    private final PageNonce filter = new PageNonce();

    @Test
    void headerAndScriptsOfAPageAgreeWhateverTheEngineWrote() throws Exception {
        var page = serve("/camunda/app/tasklist/default/");
        var nonce = page.getHeader(POLICY).replaceAll(".*'nonce-([^']*)'.*", "$1");
        assertThat(nonce).hasSize(27).isNotIn("one", "another");
        assertThat(page.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo("<script nonce=\"" + nonce + "\"></script><script nonce=\"" + nonce + "\">七步</script>");
        assertThat(page.getContentLength()).isEqualTo(page.getContentAsByteArray().length);
    }

    @Test
    void everyPageHasAnotherNonce() throws Exception {
        assertThat(serve("/camunda/app/tasklist/default/").getHeader(POLICY))
                .isNotEqualTo(serve("/camunda/app/tasklist/default/").getHeader(POLICY));
    }

    @Test
    void filesAreLeftAlone() throws Exception {
        assertThat(serve("/camunda/app/tasklist/scripts/config.js").getHeader(POLICY))
                .contains("'nonce-one'");
    }

    private MockHttpServletResponse serve(String path) throws Exception {
        var response = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest("GET", path), response, (request, answer) -> {
            ((HttpServletResponse) answer).setHeader(POLICY, "script-src 'nonce-one' 'strict-dynamic'");
            write(answer, "<script nonce=\"another\"></script><script nonce=\"another\">七步</script>");
        });
        return response;
    }

    private static void write(ServletResponse answer, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        answer.setContentLength(bytes.length);
        answer.getOutputStream().write(bytes);
    }
}
