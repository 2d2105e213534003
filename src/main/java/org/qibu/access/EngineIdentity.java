package org.qibu.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.qibu.engine.Accounts;
import org.qibu.engine.ActingAs;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets the engine act for whoever is logged in, for the length of one request. */
class EngineIdentity extends OncePerRequestFilter {

    private final Accounts accounts;
    private final ActingAs actingAs;

    EngineIdentity(Accounts accounts, ActingAs actingAs) {
        this.accounts = accounts;
        this.actingAs = actingAs;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null || login instanceof AnonymousAuthenticationToken) {
            chain.doFilter(request, response);
            return;
        }
        try {
            accounts.find(login.getName()).ifPresent(actingAs::enter);
            chain.doFilter(request, response);
        } finally {
            actingAs.leave();
        }
    }
}
