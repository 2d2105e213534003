package org.qibu.access.session;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers a page that is not ours, such as the task list, whose session it runs in and how to write to our API. */
@RestController
class SessionApi {

    /**
     * A session as its own page may know it.
     *
     * @param account who is logged in
     * @param header name of the header a writing request carries; empty for programs, which need none
     * @param token what stands in it
     * @param idleSeconds after how long without a request the session ends; 0 for programs, which have none
     */
    record Answer(String account, String header, String token, int idleSeconds) {}

    @GetMapping("/api/session")
    Answer session(HttpServletRequest request, Principal user) {
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Answer(
                user.getName(),
                csrf == null ? "" : csrf.getHeaderName(),
                csrf == null ? "" : csrf.getToken(),
                Optional.ofNullable(request.getSession(false))
                        .map(session -> session.getMaxInactiveInterval())
                        .orElse(0));
    }
}
