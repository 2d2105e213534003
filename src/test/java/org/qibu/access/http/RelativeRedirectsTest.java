package org.qibu.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedCredentialsNotFoundException;

/** Whoever is sent to the login page is told why, where a login has ended. */
class RelativeRedirectsTest {

    private static final AuthenticationException NOBODY = new PreAuthenticatedCredentialsNotFoundException("nobody");

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/staff/matters");

    @Test
    void whoeverBringsALoginThatHasEndedIsToldSo() throws Exception {
        request.setRequestedSessionId("of this morning");
        request.setRequestedSessionIdValid(false);
        assertThat(sentTo()).isEqualTo("/login?ended");
    }

    @Test
    void whoeverLosesTheirLoginWithThisRequestIsToldSo() throws Exception {
        request.setRequestedSessionId("of somebody dismissed just now");
        request.setRequestedSessionIdValid(true);
        request.setAttribute(RelativeRedirects.ENDED, true);
        assertThat(sentTo()).isEqualTo("/login?ended");
    }

    @Test
    void whoeverComesFirstIsJustAskedToLogIn() throws Exception {
        assertThat(sentTo()).isEqualTo("/login");
        request.setRequestedSessionId("of a visitor");
        request.setRequestedSessionIdValid(true);
        assertThat(sentTo()).isEqualTo("/login");
    }

    private String sentTo() throws Exception {
        var response = new MockHttpServletResponse();
        RelativeRedirects.toLogin("/login").commence(request, response, NOBODY);
        return response.getRedirectedUrl();
    }
}
