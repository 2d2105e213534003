package org.qibu.availability;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Work that takes a processor or much memory for a while, such as drawing a picture: a few at a time, so that everybody
 * else is served meanwhile, and never with a database connection in hand, so that nobody else waits for one.
 */
@Component
public class SlowWork {

    private static final int MOST_WAITING = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Semaphore turns;
    private final Duration patience;

    /** Half of the processors, at least one, leave the others to whoever is no slow work. */
    public SlowWork() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), PATIENCE);
    }

    SlowWork(int atOnce, Duration patience) {
        this.turns = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /**
     * Does the work when its turn has come, first come first served.
     *
     * @throws TooBusy where too many wait already, or it waited too long
     */
    public <T> T inTurn(Callable<T> work) throws Exception {
        mustHoldNoConnection("slow work");
        if (turns.getQueueLength() >= MOST_WAITING) {
            throw new TooBusy();
        }
        if (!acquired()) {
            throw new TooBusy();
        }
        try {
            return work.call();
        } finally {
            turns.release();
        }
    }

    private boolean acquired() {
        try {
            return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Rejects work that would hold a database connection while it runs. Called wherever something is drawn, unpacked
     * or sent, so that a transaction put around it later is found by the first test that gets there.
     *
     * @throws IllegalStateException inside a transaction
     */
    public static void mustHoldNoConnection(String work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(work + " inside a transaction holds a database connection");
        }
    }
}
