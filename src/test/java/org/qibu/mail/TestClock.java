package org.qibu.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that moves when it is told to. */
public final class TestClock extends Clock {

    public static final Instant MONDAY_MORNING = Instant.parse("2026-09-21T01:00:00Z");

    private volatile Instant now = MONDAY_MORNING;

    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
        return now;
    }
}
