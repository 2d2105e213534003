package org.qibu.access.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.qibu.RoomsDatabase;
import org.qibu.limits.AtOnce;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A limit counts the right thing: tries of one account from one address, before the password is looked at, by no wall clock. */
class LoginThrottleTest {

    private static final String HERE = "192.0.2.10";
    private static final String ELSEWHERE = "198.51.100.7";

    private final String clerk = "clerk-" + UUID.randomUUID();
    private final AtomicLong now = new AtomicLong(1_000_000_000);
    private final JdbcClient database = JdbcClient.create(RoomsDatabase.source());
    private final LoginThrottle throttle = new LoginThrottle(database, now::get);

    private void tries(String address, String account, int times) {
        for (int i = 0; i < times; i++) {
            throttle.count(address, account);
        }
    }

    private void assertWaits(long seconds) {
        assertThatThrownBy(() -> throttle.count(HERE, clerk))
                .isInstanceOfSatisfying(
                        TooManyTries.class, many -> assertThat(many.seconds()).isEqualTo(seconds));
    }

    @Test
    void aFewMistakesCostNothing() {
        assertThatCode(() -> tries(HERE, clerk, 5)).doesNotThrowAnyException();
    }

    @Test
    void moreMistakesWaitLongerAndLongerButNeverBeyondAMinute() {
        tries(HERE, clerk, 5);
        for (var seconds : new int[] {5, 10, 20, 40, 60, 60}) {
            assertWaits(seconds);
            now.addAndGet(Duration.ofSeconds(seconds).toMillis());
            throttle.count(HERE, clerk);
        }
    }

    @Test
    void ofAHundredTriesAtOnceExactlyTheFreeOnesAreMade() {
        assertThat(AtOnce.passed(100, () -> throttle.count(HERE, clerk))).isEqualTo(5);
    }

    @Test
    void twoNodesCountTogether() {
        tries(HERE, clerk, 3);
        var otherNode = new LoginThrottle(database, now::get);
        assertThat(AtOnce.passed(20, () -> otherNode.count(HERE, clerk))).isEqualTo(2);
    }

    @Test
    void nobodyElseWaitsWhileOneIsTried() {
        AtOnce.passed(100, () -> throttle.count(ELSEWHERE, clerk));
        assertThatCode(() -> throttle.count(HERE, clerk)).doesNotThrowAnyException();
        assertThatCode(() -> throttle.count(ELSEWHERE, clerk + "-neighbour")).doesNotThrowAnyException();
    }

    @Test
    void aHundredAccountsTriedFromTheOfficeKeepNobodyOutThere() {
        for (int i = 0; i < 100; i++) {
            tries(HERE, clerk + i, 5);
        }
        assertThatCode(() -> throttle.count(HERE, clerk)).doesNotThrowAnyException();
    }

    @Test
    void theRightPasswordEndsTheCounting() {
        tries(HERE, clerk, 4);
        throttle.succeeded(HERE, clerk);
        assertThatCode(() -> tries(HERE, clerk, 5)).doesNotThrowAnyException();
    }

    @Test
    void aClockThatGoesBackADayLengthensNoWait() {
        tries(HERE, clerk, 5);
        now.addAndGet(-Duration.ofDays(1).toMillis());
        assertWaits(5);
        now.addAndGet(5_000);
        assertThatCode(() -> throttle.count(HERE, clerk)).doesNotThrowAnyException();
    }

    @Test
    void tenQuietMinutesAreForgottenAndThrownAway() {
        tries(HERE, clerk, 5);
        now.addAndGet(Duration.ofMinutes(10).toMillis());
        assertThat(throttle.forget()).isPositive();
        assertThatCode(() -> tries(HERE, clerk, 5)).doesNotThrowAnyException();
    }
}
