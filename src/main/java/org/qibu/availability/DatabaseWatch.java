package org.qibu.availability;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Watches whether the database can be read and written, so that nobody has to find out by waiting. Reads every two
 * seconds, tries to write every ten, and does both without delay where somebody ran into trouble.
 */
@Component
public class DatabaseWatch implements SmartLifecycle, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration READING = Duration.ofSeconds(2);
    private static final Duration WRITING = Duration.ofSeconds(10);

    private final DatabaseProbe probe;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "database-watch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile DatabaseState state = DatabaseState.UP;
    private volatile boolean suspected;
    private volatile boolean running;
    private long triedToWrite = System.nanoTime() - WRITING.toNanos();

    @Autowired
    DatabaseWatch(JdbcConnectionDetails database) {
        this(new DatabaseProbe(database));
    }

    DatabaseWatch(DatabaseProbe probe) {
        this.probe = probe;
    }

    /** How the database was when it was looked at last. */
    public DatabaseState state() {
        return state;
    }

    /** Somebody ran into trouble: looked at once whether it is everybody's. */
    public void suspect() {
        if (!suspected) {
            suspected = true;
            try {
                looking.execute(this::look);
            } catch (RejectedExecutionException e) {
                suspected = false;
            }
        }
    }

    /** Looks now. */
    synchronized void look() {
        var writing = suspected || state != DatabaseState.UP || System.nanoTime() - triedToWrite >= WRITING.toNanos();
        suspected = false;
        var now = probe.look(writing);
        if (writing) {
            triedToWrite = System.nanoTime();
        }
        if (now != state) {
            log.warn("The database was {} and is {}", state, now);
            state = now;
        }
    }

    @Override
    public void start() {
        running = true;
        looking.scheduleWithFixedDelay(this::lookQuietly, 0, READING.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void lookQuietly() {
        try {
            look();
        } catch (RuntimeException e) {
            log.error("The database cannot be looked at", e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void destroy() {
        looking.shutdownNow();
        synchronized (this) {
            probe.close();
        }
    }
}
