package org.qibu.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.junit.jupiter.api.Test;
import org.qibu.engine.identity.Accounts.Account;
import org.qibu.engine.identity.SystemWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The web apps are told who is logged in, for the length of one request, and ask nothing as the product itself. */
class WebAppIdentityTest {

    private final AtomicReference<String> seen = new AtomicReference<>("nothing");

    @Test
    void whatAnAppAsksIsAskedAsTheAccountAndNothingStaysBehind() throws Exception {
        for (var path : List.of("/camunda/app/tasklist/default/", "/camunda/api/engine/engine/default/task")) {
            assertThat(ask("GET", path, account())).isEqualTo(HttpServletResponse.SC_OK);
            assertThat(seen).hasValue("[clerk] as the account");
            assertThat(SystemWork.isDeclared()).isFalse();
            assertThat(Authentications.getCurrent()).isNull();
        }
    }

    @Test
    void nobodyComesToAPage() throws Exception {
        assertThat(ask("GET", "/camunda/app/tasklist/default/", null)).isEqualTo(HttpServletResponse.SC_UNAUTHORIZED);
        assertThat(seen).hasValue("nothing");
    }

    private int ask(String method, String path, Account account) throws Exception {
        var request = new MockHttpServletRequest(method, path);
        request.setAttribute(Account.class.getName(), account);
        var response = new MockHttpServletResponse();
        new WebAppIdentity(engine()).doFilter(request, response, (asked, answer) -> seen.set(who()));
        return response.getStatus();
    }

    private static String who() {
        return Authentications.getCurrent().getAuthentications().stream()
                        .map(login -> login.getIdentityId())
                        .toList()
                + (SystemWork.isDeclared() ? " as the product" : " as the account");
    }

    private static Account account() {
        return new Account("clerk", "林晓燕", null, List.of("grid-staff"), List.of("HZ-AS"));
    }

    @SuppressWarnings("unchecked")
    private static ObjectProvider<ProcessEngine> engine() {
        var rights = mock(AuthorizationService.class);
        when(rights.isUserAuthorized(any(), any(), any(), any(), any())).thenReturn(true);
        var engine = mock(ProcessEngine.class);
        when(engine.getName()).thenReturn("default");
        when(engine.getAuthorizationService()).thenReturn(rights);
        ObjectProvider<ProcessEngine> provider = mock(ObjectProvider.class);
        when(provider.getObject()).thenReturn(engine);
        return provider;
    }
}
