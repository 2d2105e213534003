package org.qibu.engine.rest;

import org.springframework.http.HttpStatus;

/** A request whose parameters or body say nothing an operation of the engine may be given; says what in Chinese. */
class UnreadableRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    UnreadableRequest(HttpStatus status, String sentence) {
        super(sentence);
        this.status = status;
    }

    UnreadableRequest(String sentence) {
        this(HttpStatus.BAD_REQUEST, sentence);
    }

    HttpStatus status() {
        return status;
    }
}
