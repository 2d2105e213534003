package org.qibu.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class IssueLimitTest {

    private Instant now = Instant.parse("2026-03-02T10:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    @Test
    void oneAddressWaitsUntilPartOfTheHourIsOver() {
        var limit = new IssueLimit(2, clock);
        limit.count("a");
        limit.count("a");
        var refused = catchThrowableOfType(TooManyIssues.class, () -> limit.count("a"));
        assertThat(refused.getStatusCode().value()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.getHeaders().getFirst("Retry-After")))
                .isBetween(1790, 1810);
        assertThatNoException().isThrownBy(() -> limit.count("b"));
        now = now.plus(Duration.ofMinutes(31));
        assertThatNoException().isThrownBy(() -> limit.count("a"));
    }

    @Test
    void zeroMeansNoLimit() {
        var limit = new IssueLimit(0, clock);
        for (int i = 0; i < 1_000; i++) {
            limit.count("a");
        }
        assertThat(clock.instant()).isEqualTo(now);
    }
}
