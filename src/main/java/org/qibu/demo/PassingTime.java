package org.qibu.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.qibu.calendar.Calendars;
import org.qibu.calendar.TimeDriven;
import org.qibu.engine.identity.AsSystem;
import org.qibu.engine.process.EngineClock;
import org.qibu.mail.outbox.MailDispatcher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Everything that happens by itself as time passes: jobs, sweeps, letters. */
@Component
@ConditionalOnDemo
class PassingTime {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final int MOST_ROUNDS = 100;

    private final EngineClock engine;
    private final SingletonSupplier<List<TimeDriven>> sweeps;
    private final MailDispatcher mail;
    private final AsSystem asSystem;
    private final Clock clock;

    PassingTime(
            EngineClock engine,
            ObjectProvider<TimeDriven> sweeps,
            MailDispatcher mail,
            AsSystem asSystem,
            Clock clock) {
        this.engine = engine;
        this.sweeps = SingletonSupplier.of(() -> sweeps.stream().toList());
        this.mail = mail;
        this.asSystem = asSystem;
        this.clock = clock;
    }

    /** The next moment at which something falls due, if after now and not later than this. */
    Optional<Instant> nextStop(Instant until) {
        var now = clock.instant();
        var sweepsDue = sweeps.obtain().stream().map(TimeDriven::nextDue).flatMap(Optional::stream);
        return Stream.of(Stream.of(nextMorning(now)), sweepsDue, engine.nextDueJob(until).stream())
                .flatMap(moments -> moments)
                .filter(moment -> moment.isAfter(now) && !moment.isAfter(until))
                .min(Instant::compareTo);
    }

    private static Instant nextMorning(Instant now) {
        var here = now.atZone(Calendars.CHINA);
        var morning = here.with(MORNING);
        return (morning.isAfter(here) ? morning : morning.plusDays(1)).toInstant();
    }

    /** Runs what is due now, until nothing is left, and sends the mails written meanwhile. */
    void settle(ClockMoveResult clockMoveResult) {
        var sentBefore = mail.sentSoFar();
        var rounds = 0;
        var more = true;
        while (more && rounds < MOST_ROUNDS) {
            more = anythingDone(clockMoveResult);
            rounds++;
        }
        mail.drain();
        clockMoveResult.done(0, mail.sentSoFar() - sentBefore);
    }

    /** One round; the sweeps act as the system, whoever moved the clock. */
    private boolean anythingDone(ClockMoveResult clockMoveResult) {
        var run = engine.runDueJobs();
        run.failures().forEach(clockMoveResult::failed);
        clockMoveResult.done(run.done(), 0);
        asSystem.call(() -> {
            sweeps.obtain().forEach(TimeDriven::runDue);
            return null;
        });
        return run.done() > 0;
    }
}
