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

/** A limit counts the right thing: wrong receipts, before they are looked at; the right one never waits. */
class ReceiptLimitTest {

    private static final String HERE = "192.0.2.10";
    private static final String ELSEWHERE = "198.51.100.7";

    private final String matter = UUID.randomUUID().toString();
    private final MovedClock clock = new MovedClock();
    private final ReceiptLimit limit = new ReceiptLimit(new Limits(JdbcClient.create(RoomsDatabase.source()), clock));

    private String act(String address, String receipt) {
        return limit.guard(address, matter, receipt, () -> {
            if (!receipt.equals("RIGHT")) {
                throw new NotTheProposer();
            }
            return "done";
        });
    }

    @Test
    void ofAHundredWrongReceiptsAtOnceExactlyTenHearThatTheyAreWrong() {
        assertThat(heardWrong(ELSEWHERE, 100)).isEqualTo(10);
        assertThatThrownBy(() -> act(ELSEWHERE, "WRONG")).isInstanceOfSatisfying(TooManyReceipts.class, refused -> {
            assertThat(refused.getStatusCode().value()).isEqualTo(429);
            assertThat(Integer.parseInt(refused.getHeaders().getFirst("Retry-After")))
                    .isBetween(1, 601);
        });
    }

    /** How many of these wrong ones were told just that; all others were told that there were too many. */
    private int heardWrong(String address, int tries) {
        var wrong = new AtomicInteger();
        var tooMany = new AtomicInteger();
        AtOnce.passed(tries, () -> {
            try {
                act(address, "WRONG");
            } catch (NotTheProposer told) {
                wrong.incrementAndGet();
            } catch (TooManyReceipts told) {
                tooMany.incrementAndGet();
            }
        });
        assertThat(wrong.get() + tooMany.get()).isEqualTo(tries);
        return wrong.get();
    }

    @Test
    void theRightReceiptNeverWaitsForAGuesserWhoSharesItsAddress() {
        assertThat(heardWrong(HERE, 150)).isEqualTo(10);
        assertThat(act(HERE, "RIGHT")).isEqualTo("done");
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
    void tenMinutesLaterTenMoreHearThatTheyAreWrong() {
        assertThat(heardWrong(HERE, 20)).isEqualTo(10);
        clock.move(Duration.ofMinutes(10));
        assertThat(heardWrong(HERE, 20)).isEqualTo(10);
    }
}
