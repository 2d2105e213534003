package org.qibu.access.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;

/** What somebody hears who could not be logged in. */
public final class LoginFailures {

    private LoginFailures() {}

    /** At the login page: the sentence stands there. */
    public static void ofPage(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var wait = failure instanceof TooManyTries many ? "?wait=" + many.seconds() : "?error";
        response.sendRedirect(request.getContextPath() + "/login" + wait);
    }

    /** A program: 401, or 429 with the seconds to wait. */
    public static void ofProgram(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof TooManyTries many) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(many.seconds()));
            say(response, HttpStatus.TOO_MANY_REQUESTS, "密码输错次数过多，请在 %d 秒后再试。".formatted(many.seconds()));
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Qibu\"");
            say(response, HttpStatus.UNAUTHORIZED, "请先登录；账号或密码不对时也是这样回答。");
        }
    }

    /** A page's own script: 401 without the header that would have the browser ask for a password. */
    public static void ofScript(
            HttpServletRequest request, HttpServletResponse response, @Nullable AuthenticationException failure)
            throws IOException {
        say(response, HttpStatus.UNAUTHORIZED, "请先登录。");
    }

    private static void say(HttpServletResponse response, HttpStatus status, String sentence) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write("""
                {"type":"about:blank","title":"%s","status":%d,"detail":"%s"}""".formatted(status.getReasonPhrase(), status.value(), sentence));
    }
}
