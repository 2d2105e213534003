package org.qibu.mail.outbox;

import java.time.Duration;
import java.util.List;

/** How long a mail rests after a failed attempt. */
final class BackOff {

    private static final List<Duration> RESTS =
            List.of(Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofHours(1));

    /** A server that comes back after an hour finds nobody asleep for another. */
    private static final Duration LONGEST_WHILE_DOWN = Duration.ofMinutes(10);

    private BackOff() {}

    static Duration after(int attempts, Delivery.Result result) {
        var rest = RESTS.get(Math.min(Math.max(attempts, 1), RESTS.size()) - 1);
        var tooLong = result == Delivery.Result.SERVER_DOWN && rest.compareTo(LONGEST_WHILE_DOWN) > 0;
        return tooLong ? LONGEST_WHILE_DOWN : rest;
    }
}
