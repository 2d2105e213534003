package org.qibu.engine.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives each page of the web apps one nonce of its own, in its header and in its scripts. The engine keeps the nonce in one
 * place for everybody, so that two requests at the same moment swap theirs and the browser leaves the page blank. Tells the
 * apps not to make code out of text, which the policy forbids them.
 */
class PageNonce extends OncePerRequestFilter {

    private static final String POLICY = "Content-Security-Policy";
    private final SecureRandom random = new SecureRandom();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().endsWith("/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var page = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, page);
        var policy = page.getHeader(POLICY);
        if (policy != null && !response.isCommitted()) {
            var nonce = nonce();
            page.setHeader(POLICY, policy.replaceAll("'nonce-[^']*'", "'nonce-" + nonce + "'"));
            var text = new String(page.getContentAsByteArray(), StandardCharsets.UTF_8)
                    .replaceAll("nonce=\"[^\"]*\"", "nonce=\"" + nonce + "\"")
                    .replaceFirst("<html ", "<html ng-csp=\"no-unsafe-eval\" ");
            page.resetBuffer();
            page.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }
        page.copyBodyToResponse();
    }

    private String nonce() {
        var bytes = new byte[20];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
