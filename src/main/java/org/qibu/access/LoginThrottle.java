package org.qibu.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords, without keeping the right person out: failures count for an address and an account
 * together, so that somebody elsewhere cannot lock a clerk's account. Each node counts for itself. Runs by the machine's own
 * time, since a training clock that is moved must not end a wait.
 */
@Component
class LoginThrottle {

    private static final int FREE_TRIES = 5;
    private static final int FREE_TRIES_OF_AN_ADDRESS = 100;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int MOST_ENTRIES = 50_000;

    private record Failures(int count, long lastAt) {}

    private final LongSupplier millis;
    private final Cache<String, Failures> failures;

    @Autowired
    LoginThrottle() {
        this(System::currentTimeMillis);
    }

    LoginThrottle(LongSupplier millis) {
        this.millis = millis;
        this.failures = Caffeine.newBuilder()
                .maximumSize(MOST_ENTRIES)
                .expireAfterWrite(REMEMBERED)
                .build();
    }

    /** Throws while this address has to wait before the next try at this account. */
    void mustNotWait(String address, String account) {
        var wait = Math.max(wait(pair(address, account), FREE_TRIES), wait(address, FREE_TRIES_OF_AN_ADDRESS));
        if (wait > 0) {
            throw new TooManyTries(Duration.ofMillis(wait));
        }
    }

    private long wait(String key, int free) {
        var failed = failures.getIfPresent(key);
        if (failed == null || failed.count() < free) {
            return 0;
        }
        var doublings = Math.min(failed.count() - free, 10);
        var wait = Math.min(FIRST_WAIT.toMillis() << doublings, LONGEST_WAIT.toMillis());
        return failed.lastAt() + wait - millis.getAsLong();
    }

    /** Counts a wrong password. */
    void failed(String address, String account) {
        count(pair(address, account));
        count(address);
    }

    private void count(String key) {
        failures.asMap()
                .merge(
                        key,
                        new Failures(1, millis.getAsLong()),
                        (before, now) -> new Failures(before.count() + 1, now.lastAt()));
    }

    /** Forgets this address's failures at this account: it was the right person after all. */
    void succeeded(String address, String account) {
        failures.invalidate(pair(address, account));
    }

    private static String pair(String address, String account) {
        return address + " " + account;
    }
}
