package org.qibu.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a login after a working day, however busy it is: a task list left open asks for news by itself and would never be idle.
 * Runs by the machine's own time, since moving the training clock must not log anybody out.
 */
class SessionLimit extends OncePerRequestFilter {

    private static final String SINCE = "qibu.loggedInSince";

    private final Duration longest;
    private final LongSupplier millis;

    SessionLimit(Duration longest, LongSupplier millis) {
        this.longest = longest;
        this.millis = millis;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var login = SecurityContextHolder.getContext().getAuthentication();
        var session = request.getSession(false);
        if (session != null && login != null && !(login instanceof AnonymousAuthenticationToken)) {
            var now = millis.getAsLong();
            if (!(session.getAttribute(SINCE) instanceof Long since)) {
                session.setAttribute(SINCE, now);
            } else if (now - since > longest.toMillis()) {
                session.invalidate();
                SecurityContextHolder.clearContext();
            }
        }
        chain.doFilter(request, response);
    }
}
