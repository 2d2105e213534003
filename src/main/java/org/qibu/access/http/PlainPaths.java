package org.qibu.access.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rejects request paths with parameters or a second spelling with 400, before anybody decides by the path who may
 * pass: no parameters within a path, no empty parts, no dots, no sign encoded that needs no code, and nothing that
 * stands for the character 0. No page and no program of ours writes such addresses.
 */
class PlainPaths extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(PlainPaths.class);

    /** Beside the dots and slashes: the codes of letters, digits, - . _ and of what means something in a path. */
    private static final Pattern ODD_PATH = Pattern.compile("[;\\\\]|//|/\\.{1,2}(/|$)|[\\p{Cntrl}]"
            + "|%(?![0-9A-Fa-f]{2})|%(0[0-9A-Fa-f]|1[0-9A-Fa-f]|7[Ff])"
            + "|%(2[DEFdef]|25|3[0-9BbFf]|23|4[1-9A-Fa-f]|5[0-9AaCcFf]|6[1-9A-Fa-f]|7[0-9Aa])");

    private static final Pattern ODD_QUERY = Pattern.compile("%00");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isPlain(request.getRequestURI(), request.getQueryString())) {
            chain.doFilter(request, response);
            return;
        }
        LOG.info("400 {}: an address not written plainly", request.getMethod());
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }

    static boolean isPlain(String path, String query) {
        return !ODD_PATH.matcher(path).find()
                && (query == null || !ODD_QUERY.matcher(query).find());
    }
}
