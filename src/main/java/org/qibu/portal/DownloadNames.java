package org.qibu.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every download a name in plain ASCII beside its real one (RFC 6266): Spring writes the first as an encoded word of
 * mails, {@code =?UTF-8?Q?…?=}, which old browsers and download programmes take for the name.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class DownloadNames extends OncePerRequestFilter {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern FALLBACK = Pattern.compile("filename=\"[^\"]*\"");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void setHeader(String name, String value) {
                super.setHeader(name, rewritten(name, value));
            }

            @Override
            public void addHeader(String name, String value) {
                super.addHeader(name, rewritten(name, value));
            }
        });
    }

    /** Without line breaks and other control characters, which must not begin another header (CVE-2026-59314). */
    static String rewritten(String header, String value) {
        if (!HttpHeaders.CONTENT_DISPOSITION.equalsIgnoreCase(header) || value == null) {
            return value;
        }
        var plain = CONTROL.matcher(value).replaceAll("_");
        return plain.contains("=?") ? withFallback(plain) : plain;
    }

    /** The same header with a fallback in ASCII; the real name stays in {@code filename*}. */
    static String withFallback(String header) {
        var name = ContentDisposition.parse(header).getFilename();
        return name == null ? header : FALLBACK.matcher(header).replaceFirst("filename=\"" + ascii(name) + "\"");
    }

    /** What remains of a name: each run of other signs becomes one line, the ending stays. */
    static String ascii(String name) {
        var dot = name.lastIndexOf('.');
        var ending = dot < 0 ? "" : name.substring(dot).replaceAll("[^A-Za-z0-9.]", "");
        var stem = (dot < 0 ? name : name.substring(0, dot))
                .replaceAll("[^A-Za-z0-9._-]+", "_")
                .replaceAll("^[_.-]+|[_.-]+$", "");
        return (stem.isEmpty() ? "file" : stem) + ending;
    }
}
