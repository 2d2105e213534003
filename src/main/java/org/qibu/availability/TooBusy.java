package org.qibu.availability;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Too much slow work waits already: 503, and when to come back. */
public class TooBusy extends ResponseStatusException {

    private static final String RETRY_SECONDS = "30";

    /** The same sentence for everybody. */
    public TooBusy() {
        super(HttpStatus.SERVICE_UNAVAILABLE, "现在上传的人太多，请过半分钟再试，已经提交成功的内容不会丢失。");
    }

    @Override
    public HttpHeaders getHeaders() {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        return headers;
    }
}
