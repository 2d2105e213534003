package org.qibu.portal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps one address from raising so many issues that nobody could read them; each node counts for itself. */
@Component
class IssueLimit {

    private static final Duration PERIOD = Duration.ofHours(1);
    private static final int MOST_ADDRESSES = 50_000;

    private final int perHour;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(MOST_ADDRESSES).build();

    /** @param perHour issues of one address in an hour; 0 for as many as it likes */
    IssueLimit(@Value("${qibu.issues-per-hour:30}") int perHour, Clock clock) {
        this.perHour = perHour;
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /** Counts one more issue of this address. */
    void count(String address) {
        if (perHour > 0) {
            var taken = buckets.get(address, key -> bucket()).tryConsumeAndReturnRemaining(1);
            if (!taken.isConsumed()) {
                throw new TooManyIssues(Duration.ofNanos(taken.getNanosToWaitForRefill()));
            }
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perHour).refillGreedy(perHour, PERIOD))
                .withCustomTimePrecision(time)
                .build();
    }
}
