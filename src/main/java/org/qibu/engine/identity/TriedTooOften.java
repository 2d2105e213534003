package org.qibu.engine.identity;

import java.time.Duration;

/** Too many wrong passwords; the next one has to wait. HTTP status 429. */
public class TriedTooOften extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long seconds;

    /** @param wait until the next one is looked at */
    public TriedTooOften(Duration wait) {
        super("密码输错次数过多，请在 " + seconds(wait) + " 秒后再试。");
        this.seconds = seconds(wait);
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    /** After how many seconds the next one is looked at. */
    public long seconds() {
        return seconds;
    }
}
