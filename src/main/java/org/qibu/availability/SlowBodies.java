package org.qibu.availability;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * How many may keep a thread waiting for the body of a request at once, and how slow a sender may be. A body that arrives
 * together with its headers waits for nothing and is not counted.
 *
 * @param places how many threads may wait for bodies; the others are left for those who need no waiting
 * @param moments how many more may wait for the fifth of a second in which the body of an honest program follows its headers
 * @param grace for how long nobody minds how little arrives
 * @param leastRate bytes a second, on the average of the time somebody waited for the sender
 * @param longest after how long a wait a body must be there whatever its rate
 */
record SlowBodies(Semaphore places, Semaphore moments, Duration grace, int leastRate, Duration longest) {

    /** Of 400 threads 100 never wait for a body; a telephone on a weak network sends some 20 kB/s. */
    static SlowBodies usual() {
        return new SlowBodies(
                new Semaphore(200), new Semaphore(100), Duration.ofSeconds(5), 1024, Duration.ofMinutes(10));
    }

    /** Whether a body for which was waited so many nanoseconds, and of which so much arrived, is given up. */
    boolean isTooSlow(long bytes, long nanos) {
        if (nanos > longest.toNanos()) {
            return true;
        }
        return nanos > grace.toNanos() && bytes < leastRate * (nanos / 1_000_000_000d);
    }
}
