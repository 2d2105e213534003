package org.qibu.matter.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What was asked for does not exist, or not for whoever asks; both read the same from outside. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NothingThere extends RuntimeException {

    public NothingThere(String message) {
        super(message);
    }

    /** No such matter. */
    public static NothingThere matter() {
        return new NothingThere("没有找到这个事项，请核对编号。");
    }
}
