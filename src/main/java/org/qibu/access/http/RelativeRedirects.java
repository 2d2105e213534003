package org.qibu.access.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/**
 * Sends browsers on without naming a host: the one in a request is whatever its sender wrote, and a page remembered for
 * after the login would lead there.
 */
public final class RelativeRedirects {

    private static final RedirectStrategy ONLY_PATHS =
            (request, response, address) -> response.sendRedirect(withoutHost(address));

    /** Request attribute that stands where the login this request came with was ended by it. */
    public static final String ENDED = "qibu.loginEnded";

    private RelativeRedirects() {}

    /** To the login page, as {@link #loginPage} names it. */
    public static AuthenticationEntryPoint toLogin(String page) {
        var entry = new LoginUrlAuthenticationEntryPoint(page) {
            @Override
            protected String determineUrlToUseForThisRequest(
                    HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody) {
                return loginPage(page, request);
            }
        };
        entry.setFavorRelativeUris(true);
        return entry;
    }

    /** The login page, which says so where the browser brought a login that has ended. */
    public static String loginPage(String page, HttpServletRequest request) {
        var hasEnded = request.getAttribute(ENDED) != null
                || request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
        return hasEnded ? page + "?ended" : page;
    }

    /** Back to the page that was asked for before the login, or to this one. */
    public static AuthenticationSuccessHandler afterLogin(String page) {
        var handler = new SavedRequestAwareAuthenticationSuccessHandler();
        handler.setDefaultTargetUrl(page);
        handler.setRedirectStrategy(ONLY_PATHS);
        return handler;
    }

    /** The path and what follows it; a path never begins with two slashes, which would be a host again. */
    static String withoutHost(String address) {
        var whole = URI.create(address);
        var path = whole.getRawPath() == null ? "" : whole.getRawPath();
        var query = whole.getRawQuery() == null ? "" : "?" + whole.getRawQuery();
        return "/" + path.replaceFirst("^[/\\\\]+", "") + query;
    }
}
