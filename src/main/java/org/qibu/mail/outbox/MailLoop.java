package org.qibu.mail.outbox;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.qibu.engine.identity.SystemWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/** Turns the dispatcher every two seconds and at once after a commit that wrote a mail, on a thread of its own. */
@Component
public class MailLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MailLoop.class);
    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final MailDispatcher dispatcher;
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile ThreadPoolTaskScheduler thread;

    MailLoop(MailDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** Many commits in a row wake it once. */
    public void wake() {
        var running = thread;
        if (running != null && woken.compareAndSet(false, true)) {
            running.execute(SystemWork.declared(this::turnIfStillWoken));
        }
    }

    @Override
    public void start() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("mail-");
        scheduler.setAwaitTerminationSeconds(15);
        scheduler.initialize();
        scheduler.scheduleWithFixedDelay(SystemWork.declared(this::turn), PERIOD);
        thread = scheduler;
    }

    @Override
    public void stop() {
        var scheduler = thread;
        thread = null;
        scheduler.shutdown();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** A turn that was under way may have looked since. */
    private void turnIfStillWoken() {
        if (woken.get()) {
            turn();
        }
    }

    private void turn() {
        woken.set(false);
        try {
            dispatcher.turn(() -> woken.set(false));
        } catch (RuntimeException e) {
            log.warn("The outbox cannot be worked off at the moment: {}", e.getMessage());
            log.debug("Why the outbox rests", e);
        }
    }
}
