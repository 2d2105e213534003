package org.qibu.engine.identity;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * Names the product itself as the one who asks: sweeps, start-up, the engine's own jobs, and what a page or a command has to
 * know or do whoever looks at it. The engine answers an account or declared work of this kind, and nobody else; see
 * {@link ActingAs} for accounts.
 *
 * <p>A declaration holds for this thread until the work returns. Work within it that is done for an account is checked as
 * that account's.
 */
public final class SystemWork {

    private static final ThreadLocal<Boolean> DECLARED = new ThreadLocal<>();

    private SystemWork() {}

    /** Does this work as the product itself. */
    public static <T> T call(Supplier<T> work) {
        var before = DECLARED.get();
        DECLARED.set(Boolean.TRUE);
        try {
            return work.get();
        } finally {
            put(before);
        }
    }

    /** Does this work as the product itself. */
    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    /** The same work, to be done as the product itself by whichever thread takes it. */
    public static Runnable declared(Runnable work) {
        return () -> run(work);
    }

    /** The same work, to be done as the product itself by whichever thread takes it. */
    public static <T> Callable<T> declared(Callable<T> work) {
        return () -> {
            var before = DECLARED.get();
            DECLARED.set(Boolean.TRUE);
            try {
                return work.call();
            } finally {
                put(before);
            }
        };
    }

    /** Declares all that follows on this thread, for whoever cannot hand in the work; the returned task ends it. */
    public static Runnable declareForThread() {
        var before = DECLARED.get();
        DECLARED.set(Boolean.TRUE);
        return () -> put(before);
    }

    /** Whether this thread works as the product itself. */
    public static boolean isDeclared() {
        return Boolean.TRUE.equals(DECLARED.get());
    }

    /** Ends what was declared on this thread before, for work that comes from outside; the returned task puts it back. */
    public static Runnable suspend() {
        var before = DECLARED.get();
        DECLARED.remove();
        return () -> put(before);
    }

    private static void put(Boolean before) {
        if (before == null) {
            DECLARED.remove();
        } else {
            DECLARED.set(before);
        }
    }
}
