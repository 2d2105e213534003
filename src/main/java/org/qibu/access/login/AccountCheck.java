package org.qibu.access.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.qibu.access.http.RelativeRedirects;
import org.qibu.engine.identity.CurrentAccount;
import org.qibu.engine.identity.CurrentAccounts;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks with each request whether the account of a session is there, unlocked and of the same password, and which groups it
 * has now. Where it is not, the session ends and the request goes on as one without a login, to be refused where a login is
 * needed.
 */
public class AccountCheck extends OncePerRequestFilter {

    private final CurrentAccounts accounts;

    public AccountCheck(CurrentAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var login = SecurityContextHolder.getContext().getAuthentication();
        if (login != null && !(login instanceof AnonymousAuthenticationToken)) {
            current(login).ifPresentOrElse(account -> goOnAs(account, login), () -> end(request));
        }
        chain.doFilter(request, response);
    }

    private Optional<CurrentAccount> current(Authentication login) {
        return accounts.find(login.getName())
                .filter(account -> !account.isLocked())
                .filter(account -> !(login instanceof StaffAuthentication staff) || staff.isOfPassword(account));
    }

    private static void goOnAs(CurrentAccount account, Authentication login) {
        var now = new StaffAuthentication(account);
        now.setDetails(login.getDetails());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(now);
        SecurityContextHolder.setContext(context);
    }

    private static void end(HttpServletRequest request) {
        request.setAttribute(RelativeRedirects.ENDED, true);
        Optional.ofNullable(request.getSession(false)).ifPresent(session -> session.invalidate());
        SecurityContextHolder.clearContext();
    }
}
