package org.qibu.notices.objections;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** An objection cannot be taken now, whatever stands in it; says in Chinese why and what one can do instead. */
public class NoObjection extends ResponseStatusException {

    private NoObjection(HttpStatus status, String reason) {
        super(status, reason);
    }

    public static NoObjection nothingPosted(String advice) {
        return new NoObjection(HttpStatus.CONFLICT, advice);
    }

    static NoObjection tooManyOpen() {
        return new NoObjection(HttpStatus.CONFLICT, "这个事项还有很多异议正在处理，暂时不能在网上再提，请直接与社区联系。");
    }

    /** The process cannot take it; the sentence says why. */
    static NoObjection notNow(String sentence) {
        return new NoObjection(HttpStatus.CONFLICT, sentence);
    }

    static NoObjection tooOften() {
        return new NoObjection(HttpStatus.TOO_MANY_REQUESTS, "您提交得太频繁了，请过一小时再试，或者直接与社区联系。");
    }
}
