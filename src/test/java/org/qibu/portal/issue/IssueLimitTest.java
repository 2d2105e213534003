package org.qibu.portal.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qibu.limits.AtOnce;
import org.qibu.limits.MovedClock;
import org.qibu.limits.Sender;
import org.qibu.limits.TestSenders;

/** A limit counts the right thing: issues of one browser and one address in one community, counted before they are taken. */
class IssueLimitTest {

    private static final String PLACE = "HZ-AS";

    private final String network = UUID.randomUUID().toString();
    private final Sender home = new Sender(network, "");
    private final Sender neighbour = new Sender(network + " neighbour", "");
    private final MovedClock clock = new MovedClock();

    private IssueLimit limit(int perHour) {
        return new IssueLimit(perHour, TestSenders.limits(clock));
    }

    @Test
    void oneAddressWaitsUntilTheHourIsOver() {
        var limit = limit(2);
        limit.count(home, PLACE);
        limit.count(home, PLACE);
        var refused = catchThrowableOfType(TooManyIssues.class, () -> limit.count(home, PLACE));
        assertThat(refused.getStatusCode().value()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.getHeaders().getFirst("Retry-After")))
                .isBetween(3600, 3601);
        assertThatNoException().isThrownBy(() -> limit.count(neighbour, PLACE));
        clock.move(Duration.ofHours(1));
        assertThatNoException().isThrownBy(() -> limit.count(home, PLACE));
    }

    @Test
    void ofAHundredAtOnceAtTwoNodesExactlyThirtyAreTaken() {
        var nodes = new IssueLimit[] {limit(30), limit(30)};
        var turn = new java.util.concurrent.atomic.AtomicInteger();
        assertThat(AtOnce.passed(100, () -> nodes[turn.incrementAndGet() % 2].count(home, PLACE)))
                .isEqualTo(30);
        assertThatNoException().isThrownBy(() -> limit(30).count(neighbour, PLACE));
    }

    @Test
    void colleaguesBehindOneAddressAreToldApartByTheirBrowsersAndBoundedTogether() {
        var limit = limit(5);
        AtOnce.passed(20, () -> limit.count(new Sender(network, "the flooder's"), PLACE));
        assertThat(AtOnce.passed(20, () -> limit.count(new Sender(network, "a colleague's"), PLACE)))
                .isEqualTo(5);
        var turn = new java.util.concurrent.atomic.AtomicInteger();
        assertThat(AtOnce.passed(
                        100, () -> limit.count(new Sender(network, "thrown away " + turn.incrementAndGet()), PLACE)))
                .isEqualTo(10);
    }

    @Test
    void whoeverFloodsOneCommunityKeepsNobodyOutOfAnother() {
        var limit = limit(1);
        limit.count(home, PLACE);
        assertThatNoException().isThrownBy(() -> limit.count(home, "TX-HB"));
        assertThat(catchThrowableOfType(TooManyIssues.class, () -> limit.count(home, PLACE)))
                .isNotNull();
    }

    @Test
    void whatWasRefusedForAFieldCountsForNothing() {
        var limit = limit(1);
        for (int i = 0; i < 5; i++) {
            limit.count(home, PLACE);
            limit.takeBack(home, PLACE);
        }
        assertThatNoException().isThrownBy(() -> limit.count(home, PLACE));
        assertThat(catchThrowableOfType(TooManyIssues.class, () -> limit.count(home, PLACE)))
                .isNotNull();
    }

    @Test
    void zeroMeansNoLimit() {
        var limit = limit(0);
        assertThatNoException().isThrownBy(() -> {
            for (int i = 0; i < 1_000; i++) {
                limit.count(home, PLACE);
            }
        });
    }
}
