package org.qibu.access.login;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords from one place; the next try has to wait. */
class TooManyTries extends AuthenticationException {

    private final long seconds;

    TooManyTries(Duration wait) {
        super("too many wrong passwords");
        this.seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    }

    /** After how many seconds the next try is taken. */
    long seconds() {
        return seconds;
    }
}
