package org.qibu.matter.proposer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.qibu.RoomsDatabase;
import org.qibu.limits.AtOnce;
import org.qibu.limits.Limits;
import org.qibu.limits.MovedClock;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReceiptLimitTest {

    private static final String HERE = "192.0.2.10";
    private static final String ELSEWHERE = "198.51.100.7";

    private final String matter = UUID.randomUUID().toString();
    private final MovedClock clock = new MovedClock();
    private final ReceiptLimit limit = new ReceiptLimit(new Limits(JdbcClient.create(RoomsDatabase.source()), clock));
    private final AtomicInteger looked = new AtomicInteger();

    private String act(String address, String receipt) {
        return limit.guard(address, matter, receipt, () -> {
            looked.incrementAndGet();
            if (!receipt.equals("RIGHT")) {
                throw new NotTheProposer();
            }
            return "done";
        });
    }

    @Test
    void ofAHundredWrongReceiptsAtOnceExactlyTenAreLookedAt() {
        assertThat(AtOnce.passed(100, () -> act(ELSEWHERE, "WRONG"))).isZero();
        assertThat(looked).hasValue(10);
        assertThatThrownBy(() -> act(ELSEWHERE, "WRONG")).isInstanceOfSatisfying(TooManyReceipts.class, refused -> {
            assertThat(refused.getStatusCode().value()).isEqualTo(429);
            assertThat(Integer.parseInt(refused.getHeaders().getFirst("Retry-After")))
                    .isBetween(1, 601);
        });
    }

    @Test
    void theProposerAtHomeNeverWaitsForSomebodyElsewhere() {
        AtOnce.passed(100, () -> act(ELSEWHERE, "WRONG"));
        assertThat(act(HERE, "RIGHT")).isEqualTo("done");
    }

    @Test
    void theRightReceiptCountsForNothingHoweverOften() {
        for (int i = 0; i < 30; i++) {
            assertThat(act(HERE, "RIGHT")).isEqualTo("done");
        }
    }

    @Test
    void anActThatFailsForAnotherReasonCountsForNothing() {
        for (int i = 0; i < 30; i++) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> limit.guard(HERE, matter, "RIGHT", () -> {
                        throw new IllegalStateException("not now");
                    }));
        }
        assertThat(act(HERE, "RIGHT")).isEqualTo("done");
    }

    @Test
    void tenMinutesLaterTenMoreAreLookedAt() {
        AtOnce.passed(20, () -> act(HERE, "WRONG"));
        clock.move(Duration.ofMinutes(10));
        AtOnce.passed(20, () -> act(HERE, "WRONG"));
        assertThat(looked).hasValue(20);
    }
}
