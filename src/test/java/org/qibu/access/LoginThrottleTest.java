package org.qibu.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private static final String HERE = "192.0.2.10";
    private static final String ELSEWHERE = "198.51.100.7";

    private final AtomicLong now = new AtomicLong(1_000_000);
    private final LoginThrottle throttle = new LoginThrottle(now::get);

    private void fail(String address, String account, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(address, account);
        }
    }

    @Test
    void aFewMistakesCostNothing() {
        fail(HERE, "clerk", 4);
        assertThatCode(() -> throttle.mustNotWait(HERE, "clerk")).doesNotThrowAnyException();
    }

    @Test
    void moreMistakesWaitLongerAndLongerButNeverBeyondAMinute() {
        fail(HERE, "clerk", 5);
        assertWaits(5);
        now.addAndGet(5_000);
        throttle.mustNotWait(HERE, "clerk");
        fail(HERE, "clerk", 1);
        assertWaits(10);
        fail(HERE, "clerk", 30);
        assertWaits(60);
        now.addAndGet(60_000);
        assertThatCode(() -> throttle.mustNotWait(HERE, "clerk")).doesNotThrowAnyException();
    }

    private void assertWaits(long seconds) {
        assertThatThrownBy(() -> throttle.mustNotWait(HERE, "clerk"))
                .isInstanceOfSatisfying(
                        TooManyTries.class, many -> assertThat(many.seconds()).isEqualTo(seconds));
    }

    @Test
    void aStrangerElsewhereKeepsNobodyOut() {
        fail(ELSEWHERE, "clerk", 50);
        assertThatCode(() -> throttle.mustNotWait(HERE, "clerk")).doesNotThrowAnyException();
        assertThatCode(() -> throttle.mustNotWait(ELSEWHERE, "head")).doesNotThrowAnyException();
    }

    @Test
    void anAddressThatTriesOneAccountAfterTheOtherWaitsToo() {
        for (int i = 0; i < 100; i++) {
            throttle.failed(ELSEWHERE, "account" + i);
        }
        assertThatThrownBy(() -> throttle.mustNotWait(ELSEWHERE, "clerk")).isInstanceOf(TooManyTries.class);
    }

    @Test
    void theRightPasswordEndsTheCounting() {
        fail(HERE, "clerk", 4);
        throttle.succeeded(HERE, "clerk");
        fail(HERE, "clerk", 4);
        assertThatCode(() -> throttle.mustNotWait(HERE, "clerk")).doesNotThrowAnyException();
    }
}
