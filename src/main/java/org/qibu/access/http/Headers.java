package org.qibu.access.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Headers that keep a browser from doing more with our answers than we mean, the same behind every door. */
public final class Headers {

    private static final String NOTHING_OF_THE_DEVICE =
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(),"
                    + " midi=(), payment=(), usb=()";

    /** Files of the vendor's that never change under their name; all others are asked for each time. */
    private static final Pattern LASTING = Pattern.compile(
            ".*/(lib/(runtime|deps)\\.js|camunda-\\w+-bootstrap\\.(js|css)|assets/.*|fonts/.*|plugin\\.(js|css))");

    private Headers() {}

    /** No guessing of types, no addresses to others, no device, no foreign opener; https stays https. */
    public static void common(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(NOTHING_OF_THE_DEVICE))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
    }

    /** What the web apps load is kept by the browser only where it belongs to nobody and never changes. */
    public static void ofWebApps(HttpServletRequest request, HttpServletResponse response) {
        var lasts = LASTING.matcher(request.getRequestURI()).matches() && response.getStatus() < 300;
        response.setHeader(HttpHeaders.CACHE_CONTROL, lasts ? "private, max-age=86400" : "no-store");
    }
}
