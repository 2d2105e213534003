package org.qibu.engine.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.qibu.engine.identity.Accounts.Account;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Logs the account of this request, as our own login found it, in to the engine's web apps, with the groups,
 * communities and apps it has now. Takes the place of the web apps' own login, which keeps all of that in the session
 * and believes it for minutes; nothing is kept here.
 */
class WebAppIdentity extends OncePerRequestFilter {

    private final ObjectProvider<ProcessEngine> engine;

    WebAppIdentity(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(request.getAttribute(Account.class.getName()) instanceof Account account)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        var logins = new Authentications();
        logins.addOrReplace(new OfThisRequest(account, engine.getObject()));
        Authentications.setCurrent(logins);
        try {
            chain.doFilter(request, response);
        } finally {
            Authentications.clearCurrent();
        }
    }

    /** Asks for the right to an app when it is needed, and once. */
    private static final class OfThisRequest extends UserAuthentication {

        private static final long serialVersionUID = 1;

        private final transient AuthorizationService rights;
        private final transient Map<String, Boolean> known = new HashMap<>();

        OfThisRequest(Account account, ProcessEngine engine) {
            super(account.id(), engine.getName());
            setGroupIds(account.groups());
            setTenantIds(account.communities());
            this.rights = engine.getAuthorizationService();
        }

        @Override
        public boolean isAuthorizedForApp(String app) {
            return AuthenticationUtil.APP_WELCOME.equals(app)
                    || known.computeIfAbsent(
                            app,
                            asked -> rights.isUserAuthorized(
                                    getIdentityId(), getGroupIds(), Permissions.ACCESS, Resources.APPLICATION, asked));
        }

        @Override
        public Set<String> getAuthorizedApps() {
            return Arrays.stream(AuthenticationUtil.APPS)
                    .filter(this::isAuthorizedForApp)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }
}
