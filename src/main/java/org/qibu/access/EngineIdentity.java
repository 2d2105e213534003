package org.qibu.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.qibu.access.login.StaffAuthentication;
import org.qibu.engine.identity.Accounts.Account;
import org.qibu.engine.identity.ActingAs;
import org.qibu.engine.identity.SystemWork;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes the engine act for the account of this request, for its length, and for nobody where there is none. A request
 * is never work of the product itself, whatever was declared on its thread before.
 */
class EngineIdentity extends OncePerRequestFilter {

    private final ActingAs actingAs;

    EngineIdentity(ActingAs actingAs) {
        this.actingAs = actingAs;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var before = SystemWork.suspend();
        try {
            if (SecurityContextHolder.getContext().getAuthentication() instanceof StaffAuthentication login
                    && login.account() != null) {
                actingAs.enter(login.account(), login.hasRevocations());
                request.setAttribute(Account.class.getName(), login.account());
            }
            chain.doFilter(request, response);
        } finally {
            actingAs.leave();
            before.run();
        }
    }
}
