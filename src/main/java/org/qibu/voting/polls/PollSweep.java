package org.qibu.voting.polls;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.qibu.calendar.PeriodicSweep;
import org.springframework.stereotype.Component;

/** Notes that the time of a vote is over, so that it stays over whatever the clock says later. */
@Component
class PollSweep extends PeriodicSweep {

    private final Polls polls;
    private final Clock clock;

    PollSweep(Polls polls, Clock clock) {
        super("polls");
        this.polls = polls;
        this.clock = clock;
    }

    @Override
    public void runDue() {
        polls.closeThoseOver(clock.instant());
    }

    @Override
    public Optional<Instant> nextDue() {
        return polls.nextClose();
    }
}
