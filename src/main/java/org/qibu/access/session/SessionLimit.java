package org.qibu.access.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import org.qibu.access.http.RelativeRedirects;
import org.qibu.access.login.LoginLife;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a login after a working day, however busy it is: a task list left open asks for news by itself and would never be idle.
 * Counts from the real beginning, see {@link LoginLife}: neither moving the training clock nor a machine whose clock goes back
 * lengthens or ends it.
 */
public class SessionLimit extends OncePerRequestFilter {

    private static final String LIFE = "qibu.loginLife";

    private final Duration longest;
    private final LoginLife.Time time;

    public SessionLimit(Duration longest, LoginLife.Time time) {
        this.longest = longest;
        this.time = time;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var login = SecurityContextHolder.getContext().getAuthentication();
        var session = request.getSession(false);
        if (session != null && login != null && !(login instanceof AnonymousAuthenticationToken)) {
            limit(request, session);
        }
        chain.doFilter(request, response);
    }

    private void limit(HttpServletRequest request, HttpSession session) {
        if (!(session.getAttribute(LIFE) instanceof LoginLife life)) {
            session.setAttribute(LIFE, LoginLife.begin(time));
        } else if (life.isOver(time, longest, rest(session))) {
            request.setAttribute(RelativeRedirects.ENDED, true);
            session.invalidate();
            SecurityContextHolder.clearContext();
        } else if (life.isWorthNoting(time)) {
            session.setAttribute(LIFE, life.seen(time));
        }
    }

    /** What was seen is noted once a minute, so a rest may look a minute longer than it was. */
    private Duration rest(HttpSession session) {
        var idle = session.getMaxInactiveInterval();
        return idle <= 0 ? longest : Duration.ofSeconds(idle).plusMinutes(1);
    }
}
