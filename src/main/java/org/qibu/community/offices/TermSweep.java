package org.qibu.community.offices;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.qibu.calendar.Calendars;
import org.qibu.calendar.PeriodicSweep;
import org.qibu.community.Offices;
import org.springframework.stereotype.Component;

/** Notes which terms of office are over, so that nobody holds an office again with a clock that goes back. */
@Component
class TermSweep extends PeriodicSweep {

    private final Offices offices;
    private final Clock clock;

    TermSweep(Offices offices, Clock clock) {
        super("terms");
        this.offices = offices;
        this.clock = clock;
    }

    @Override
    public void runDue() {
        offices.endThoseBefore(Calendars.dayOf(clock.instant()));
    }

    /** Days end without anybody waiting for it. */
    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }
}
