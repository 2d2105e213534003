package org.qibu.portal.issue;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** More issues from one address than anybody could mean; HTTP status 429. */
class TooManyIssues extends ResponseStatusException {

    private final Duration wait;

    TooManyIssues(Duration wait) {
        super(HttpStatus.TOO_MANY_REQUESTS, "提交得太频繁了，请过一会儿再试；急事请直接打社区电话。");
        this.wait = wait;
    }

    @Override
    public HttpHeaders getHeaders() {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
        return headers;
    }
}
