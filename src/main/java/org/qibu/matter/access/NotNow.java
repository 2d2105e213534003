package org.qibu.matter.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** An act for which the matter is not in the right state; says why in a Chinese sentence, HTTP status 409. */
public class NotNow extends ResponseStatusException {

    public NotNow(String sentence) {
        super(HttpStatus.CONFLICT, sentence);
    }
}
