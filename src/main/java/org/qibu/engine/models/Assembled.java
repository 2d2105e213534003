package org.qibu.engine.models;

import java.util.function.Supplier;

/** Tells the engine's repository service, on this thread, that what is deployed was assembled already. */
final class Assembled {

    private static final ThreadLocal<Boolean> NOW = new ThreadLocal<>();

    private Assembled() {}

    static <T> T deploying(Supplier<T> deployment) {
        NOW.set(true);
        try {
            return deployment.get();
        } finally {
            NOW.remove();
        }
    }

    static boolean isNow() {
        return NOW.get() != null;
    }
}
