package org.qibu.deadlines;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.qibu.calendar.PeriodicSweep;
import org.qibu.deadlines.escalation.DeadlineRows;
import org.springframework.stereotype.Component;

/** Looks every minute, and whenever the training clock moves, which rungs are due. */
@Component
class DeadlineSweep extends PeriodicSweep {

    private final Deadlines deadlines;
    private final DeadlineRows rows;
    private final Clock clock;

    DeadlineSweep(Deadlines deadlines, DeadlineRows rows, Clock clock) {
        super("deadlines");
        this.deadlines = deadlines;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public void runDue() {
        deadlines.sweep();
    }

    @Override
    public Optional<Instant> nextDue() {
        return rows.nextAfter(clock.instant());
    }
}
