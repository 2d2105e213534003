package org.qibu.demo;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** A wish about the training clock that is not granted; becomes a problem detail with a Chinese sentence. */
class ClockRefused extends ResponseStatusException {

    private ClockRefused(HttpStatus status, String sentence) {
        super(status, sentence);
    }

    static ClockRefused because(String sentence) {
        return new ClockRefused(HttpStatus.BAD_REQUEST, sentence);
    }

    static ClockRefused toOthersThanAdministrators() {
        return new ClockRefused(HttpStatus.FORBIDDEN, "只有系统管理员可以调整演示时钟。");
    }
}
