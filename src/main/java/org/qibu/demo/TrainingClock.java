package org.qibu.demo;

import jakarta.annotation.PostConstruct;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.qibu.calendar.Calendars;
import org.qibu.calendar.MovableClock;
import org.qibu.engine.process.EngineClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves every clock forward, stopping wherever something falls due, so that it happens as it would in real time. */
@Component
@ConditionalOnDemo
class TrainingClock {

    private static final int MOST_STOPS = 10_000;

    private final MovableClock clock;
    private final EngineClock engine;
    private final PassingTime time;
    private final JdbcClient database;
    private final ReentrantLock turn = new ReentrantLock();

    TrainingClock(MovableClock clock, EngineClock engine, PassingTime time, JdbcClient database) {
        this.clock = clock;
        this.engine = engine;
        this.time = time;
        this.database = database;
    }

    /** After a restart all clocks are where they were. */
    @PostConstruct
    void restore() {
        runAhead(database.sql("select ahead_seconds from demo_clock")
                .query(Long.class)
                .optional()
                .map(Duration::ofSeconds)
                .orElse(Duration.ZERO));
    }

    OffsetDateTime now() {
        return clock.instant().atZone(Calendars.CHINA).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
    }

    Duration ahead() {
        return clock.ahead();
    }

    /** Moves to the moment wished for and returns when nothing is left to do there. */
    ClockMoveResult move(ClockMove wish) {
        turn.lock();
        try {
            var target = wish.target(clock.instant());
            var clockMoveResult = new ClockMoveResult();
            time.settle(clockMoveResult);
            walk(target, clockMoveResult);
            set(target);
            time.settle(clockMoveResult);
            return clockMoveResult;
        } finally {
            turn.unlock();
        }
    }

    private void walk(Instant target, ClockMoveResult clockMoveResult) {
        var stop = time.nextStop(target);
        for (int stops = 0; stop.isPresent(); stops++) {
            if (stops == MOST_STOPS) {
                clockMoveResult.failed("after " + MOST_STOPS + " stops the rest of the way was taken at once");
                return;
            }
            set(stop.get());
            time.settle(clockMoveResult);
            stop = time.nextStop(target);
        }
    }

    /** Whole seconds, rounded up, so that what is due at a moment is due once the clock stands there. */
    private void set(Instant moment) {
        var machine = clock.instant().minus(clock.ahead());
        var ahead = Duration.ofSeconds(
                Duration.between(machine, moment).plusNanos(999_999_999).toSeconds());
        if (ahead.compareTo(clock.ahead()) > 0) {
            database.sql("""
                            insert into demo_clock (ahead_seconds) values (?)
                            on conflict (id) do update set ahead_seconds = excluded.ahead_seconds""").param(ahead.toSeconds()).update();
            runAhead(ahead);
        }
    }

    private void runAhead(Duration ahead) {
        clock.runAhead(ahead);
        engine.runAhead(ahead);
    }
}
