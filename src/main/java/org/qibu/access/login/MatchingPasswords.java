package org.qibu.access.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BooleanSupplier;
import org.qibu.text.Sha256;

/**
 * Remembers for a minute that a password fits a stored hash, so that the costly comparison is not made with each request. A
 * new hash is another key. The right password sent by many requests at once is compared once and counts as one try; each wrong
 * one is a try of its own.
 */
class MatchingPasswords {

    private final Cache<String, Boolean> fitting = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(1_000)
            .build();
    private final ConcurrentMap<String, CompletableFuture<Boolean>> underWay = new ConcurrentHashMap<>();

    /** Whether what this key stands for fits: remembered, or compared now; only that it fits is remembered. */
    boolean is(String key, BooleanSupplier comparison) {
        if (fitting.getIfPresent(key) != null) {
            return true;
        }
        var mine = new CompletableFuture<Boolean>();
        var others = underWay.putIfAbsent(key, mine);
        return others == null ? compare(key, mine, comparison) : fits(others) || comparison.getAsBoolean();
    }

    private boolean compare(String key, CompletableFuture<Boolean> result, BooleanSupplier comparison) {
        try {
            var fits = fitting.getIfPresent(key) != null || comparison.getAsBoolean();
            if (fits) {
                fitting.put(key, true);
            }
            result.complete(fits);
            return fits;
        } catch (RuntimeException | Error failure) {
            result.completeExceptionally(failure);
            throw failure;
        } finally {
            underWay.remove(key, result);
        }
    }

    /** What went wrong for somebody else is found out anew. */
    private static boolean fits(CompletableFuture<Boolean> others) {
        return others.exceptionally(failure -> false).join();
    }

    /** Neither the password nor the hash can be read off it. */
    static String key(String account, String password, String hash) {
        var digest = Sha256.empty();
        for (var part : new String[] {account, password}) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((byte) 0);
            digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
            digest.update((byte) 0);
            digest.update(bytes);
        }
        return Sha256.hex(digest, String.valueOf(hash).getBytes(StandardCharsets.UTF_8));
    }
}
