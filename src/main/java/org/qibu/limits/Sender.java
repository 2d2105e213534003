package org.qibu.limits;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;

/**
 * Whom a request without a login came from, as far as it can be told: a network address, which a whole office or a telephone
 * network shares, and the browser behind it, which its form cookie tells apart from its neighbours'. A program without a cookie
 * is all programs of its address together.
 *
 * @param network see {@link NetworkAddress#networkOf}
 * @param browser empty where it showed no form cookie
 */
public record Sender(String network, String browser) {

    /** The cookie every browser has that was shown one of our forms. */
    public static final String FORM_COOKIE = "qibu-form";

    /** Who sent this request. */
    public static Sender of(HttpServletRequest request) {
        var browser = Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> FORM_COOKIE.equals(cookie.getName()))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("");
        return new Sender(NetworkAddress.networkOf(request.getRemoteAddr()), browser);
    }
}
