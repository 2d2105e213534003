package org.qibu.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qibu.RoomsDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A limit that counts the wrong thing: by whom it came instead of whom it harms, after the deed instead of before, each node for
 * itself, or by a clock that may go back. Here the counting itself; each use of it has a test of its own beside it.
 */
class LimitsTest {

    private static final Bound SHORT = new Bound(3, Duration.ofMinutes(10));
    private static final Bound DAY = new Bound(10, Duration.ofDays(1));

    private final String subject = UUID.randomUUID().toString();
    private final MovedClock clock = new MovedClock();
    private final Limits limits = node();

    private Limits node() {
        return new Limits(JdbcClient.create(RoomsDatabase.source()), clock);
    }

    private void take(Limits node) {
        node.count("test", subject, SHORT, DAY).ifPresent(wait -> {
            throw new IllegalStateException("wait " + wait);
        });
    }

    @Test
    void ofAHundredAtOnceExactlyAsManyPassAsAreAllowed() {
        assertThat(AtOnce.passed(100, () -> take(limits))).isEqualTo(3);
    }

    @Test
    void allNodesCountTogether() {
        take(limits);
        assertThat(AtOnce.passed(30, () -> take(node()))).isEqualTo(2);
    }

    @Test
    void whoeverAsksAboutSomebodyElseNeverWaits() {
        AtOnce.passed(100, () -> take(limits));
        assertThat(limits.count("test", subject + " neighbour", SHORT, DAY)).isEmpty();
        assertThat(limits.count("another", subject, SHORT, DAY)).isEmpty();
    }

    @Test
    void theWaitEndsWhenTheOldestIsLongEnoughAgo() {
        take(limits);
        clock.move(Duration.ofMinutes(4));
        take(limits);
        take(limits);
        assertThat(limits.count("test", subject, SHORT, DAY)).contains(Duration.ofMinutes(6));
        clock.move(Duration.ofMinutes(6));
        assertThat(limits.count("test", subject, SHORT, DAY)).isEmpty();
        assertThat(limits.count("test", subject, SHORT, DAY)).contains(Duration.ofMinutes(4));
    }

    @Test
    void inNoTenMinutesMoreThanThreeAndInNoDayMoreThanTen() {
        var passed = 0;
        for (int minute = 0; minute < 24 * 60 - 1; minute++) {
            passed += limits.count("test", subject, SHORT, DAY).isEmpty() ? 1 : 0;
            clock.move(Duration.ofMinutes(1));
        }
        assertThat(passed).isEqualTo(10);
    }

    @Test
    void aClockThatGoesBackADayMakesNobodyWaitForIt() {
        AtOnce.passed(100, () -> take(limits));
        clock.move(Duration.ofDays(-1));
        assertThat(limits.count("test", subject, SHORT, DAY).orElseThrow()).isLessThanOrEqualTo(Duration.ofMinutes(10));
        clock.move(Duration.ofMinutes(10));
        assertThat(limits.count("test", subject, SHORT, DAY)).isEmpty();
    }

    @Test
    void whatIsTakenBackDoesNotCount() {
        for (int i = 0; i < 20; i++) {
            take(limits);
            limits.uncount("test", subject);
        }
        assertThat(AtOnce.passed(10, () -> take(limits))).isEqualTo(3);
    }

    @Test
    void whatNobodyAsksAboutIsThrownAway() {
        take(limits);
        clock.move(Duration.ofDays(1).plusMillis(1));
        assertThat(limits.forget()).isPositive();
    }
}
