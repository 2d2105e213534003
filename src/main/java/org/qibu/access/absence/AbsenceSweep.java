package org.qibu.access.absence;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.qibu.calendar.Calendars;
import org.qibu.calendar.PeriodicSweep;
import org.springframework.stereotype.Component;

/** Ends times away whose last day has passed, so that no deputy comes back with a clock that goes back. */
@Component
class AbsenceSweep extends PeriodicSweep {

    private final Absences absences;
    private final Clock clock;

    AbsenceSweep(Absences absences, Clock clock) {
        super("absences");
        this.absences = absences;
        this.clock = clock;
    }

    @Override
    public void runDue() {
        absences.endThoseBefore(Calendars.dayOf(clock.instant()));
    }

    /** Days end without anybody waiting for it. */
    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }
}
