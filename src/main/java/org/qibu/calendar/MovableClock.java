package org.qibu.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.qibu.text.ChinaTime;

/** The one clock of the application; training mode moves it forward, otherwise it is the machine's. */
public final class MovableClock extends Clock {

    private final Clock machine = Clock.system(ChinaTime.ZONE);
    private volatile Duration ahead = Duration.ZERO;

    /** Sets how far this clock is ahead of the machine's. */
    public void runAhead(Duration ahead) {
        this.ahead = ahead;
    }

    public Duration ahead() {
        return ahead;
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ChinaTime.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead);
    }
}
