package org.qibu.deadlines.escalation;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.qibu.engine.identity.SystemWork;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Has several threads do the same work side by side, two to four of them as there are processors. */
public final class ParallelRunner {

    private static final int THREADS =
            Math.min(4, Math.max(2, Runtime.getRuntime().availableProcessors()));

    private ParallelRunner() {}

    /** What all of them came to together. */
    public static int sum(Callable<Integer> work) {
        var threads = Executors.newFixedThreadPool(THREADS, new CustomizableThreadFactory("deadlines-lot-"));
        try {
            var sum = 0;
            for (var done : threads.invokeAll(Collections.nCopies(THREADS, SystemWork.declared(work)))) {
                sum += done.get();
            }
            return sum;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdown();
        }
    }
}
