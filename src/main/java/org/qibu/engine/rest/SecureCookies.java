package org.qibu.engine.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps the cookies the web apps write themselves on https wherever the page came by https. */
class SecureCookies extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.isSecure();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void addHeader(String name, String value) {
                super.addHeader(name, secured(name, value));
            }

            @Override
            public void setHeader(String name, String value) {
                super.setHeader(name, secured(name, value));
            }
        });
    }

    private static String secured(String name, String value) {
        var isOpenCookie = HttpHeaders.SET_COOKIE.equalsIgnoreCase(name)
                && value != null
                && !value.toLowerCase().contains("; secure")
                && !value.toLowerCase().contains(";secure");
        return isOpenCookie ? value + "; Secure" : value;
    }
}
