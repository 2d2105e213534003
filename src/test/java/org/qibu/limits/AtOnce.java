package org.qibu.limits;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Lets many threads do the same thing at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** How many of them got through without an exception. */
    public static int passed(int threads, Runnable act) {
        var pool = Executors.newFixedThreadPool(threads);
        var together = new CountDownLatch(threads);
        Callable<Integer> one = () -> {
            together.countDown();
            together.await();
            try {
                act.run();
                return 1;
            } catch (RuntimeException refused) {
                return 0;
            }
        };
        try {
            var passed = 0;
            for (var done : pool.invokeAll(Collections.nCopies(threads, one))) {
                passed += done.get();
            }
            return passed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }
}
