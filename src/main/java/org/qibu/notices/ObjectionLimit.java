package org.qibu.notices;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Lets each network address object only so often within an hour; each node counts for itself. */
@Component
class ObjectionLimit {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MOST_ADDRESSES = 50_000;

    private final Cache<String, List<Instant>> taken = Caffeine.newBuilder()
            .expireAfterWrite(WINDOW)
            .maximumSize(MOST_ADDRESSES)
            .build();
    private final int most;
    private final Clock clock;

    ObjectionLimit(@Value("${qibu.objections.per-hour:5}") int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Counts one more; throws where it would be one too many. */
    void take(String address) {
        var now = clock.instant();
        var free = new AtomicBoolean();
        taken.asMap().compute(address, (who, before) -> {
            var recent = new ArrayList<Instant>();
            if (before != null) {
                before.stream().filter(at -> at.isAfter(now.minus(WINDOW))).forEach(recent::add);
            }
            free.set(recent.size() < most);
            if (free.get()) {
                recent.add(now);
            }
            return recent;
        });
        if (!free.get()) {
            throw NoObjection.tooOften();
        }
    }
}
