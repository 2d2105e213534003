package org.qibu.matter.proposer;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** More wrong receipts from one address than anybody mistypes; HTTP status 429. */
public class TooManyReceipts extends ResponseStatusException {

    private final Duration wait;

    TooManyReceipts(Duration wait) {
        super(HttpStatus.TOO_MANY_REQUESTS, "回执码填错的次数太多了，请过几分钟再试；也可以到社区由工作人员代办。");
        this.wait = wait;
    }

    @Override
    public HttpHeaders getHeaders() {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
        return headers;
    }
}
