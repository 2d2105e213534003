package org.qibu.engine.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.qibu.engine.rest.AllowedRequest.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands between the login and the engine: what is not on the list of {@link AllowedRequests} for somebody in the groups of
 * whoever asks is answered with 403, and what no operation of the engine could read with 400, before the engine sees it.
 */
class AllowList extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(AllowList.class);

    private final AllowedRequests allowed = AllowedRequests.shipped();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = path(request);
        var line = allowed.find(request.getMethod(), path)
                .filter(found -> !found.who().contains(AllowedRequest.NOBODY));
        if (line.isEmpty()) {
            refuse(request, response, HttpStatus.FORBIDDEN, "这个接口没有开放。");
            return;
        }
        if (!mayAsk(request, line.get(), path)) {
            refuse(request, response, HttpStatus.FORBIDDEN, "您的账号没有这项权限。");
            return;
        }
        try {
            QueryString.check(request.getQueryString());
            chain.doFilter(line.get().body() == Body.JSON ? JsonRequest.of(request) : request, response);
        } catch (UnreadableRequest refused) {
            refuse(request, response, refused.status(), refused.getMessage());
        }
    }

    private static boolean mayAsk(HttpServletRequest request, AllowedRequest line, String path) {
        var user = Optional.ofNullable(request.getUserPrincipal());
        return user.isPresent()
                && line.who().stream().anyMatch(who -> switch (who) {
                    case AllowedRequest.STAFF -> true;
                    case AllowedRequest.SELF ->
                        line.id(AllowedRequests.ofList(path)).equals(user.get().getName());
                    default -> request.isUserInRole(who);
                });
    }

    /** As the container found the servlet by it: decoded, without parameters and dots. */
    private static String path(HttpServletRequest request) {
        return request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String sentence)
            throws IOException {
        LOG.info("{} {} {}: {}", status.value(), request.getMethod(), request.getRequestURI(), sentence);
        RefusalBody.write(response, status, "RequestRefused", sentence);
    }
}
