package org.qibu.calendar;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.qibu.engine.identity.SystemWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Something that acts when its moment has come and looks every minute whether it has, on a thread of its own. */
public abstract class PeriodicSweep implements TimeDriven, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PeriodicSweep.class);
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final String name;
    private volatile @Nullable ThreadPoolTaskScheduler thread;
    private boolean wanted = true;

    /** @param name what its thread is called */
    protected PeriodicSweep(String name) {
        this.name = name;
    }

    /** @param wanted whether this node looks after what falls due; another node does where it does not */
    @Autowired
    final void wanted(@Value("${qibu.sweeps:true}") boolean wanted) {
        this.wanted = wanted;
    }

    @Override
    public final boolean isAutoStartup() {
        return wanted;
    }

    @Override
    public final void start() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix(name + "-");
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(15);
        scheduler.initialize();
        scheduler.scheduleWithFixedDelay(SystemWork.declared(this::turn), PERIOD);
        thread = scheduler;
    }

    @Override
    public final void stop() {
        var scheduler = thread;
        thread = null;
        if (scheduler != null) {
            scheduler.shutdown();
        }
    }

    @Override
    public final boolean isRunning() {
        return thread != null;
    }

    private void turn() {
        try {
            runDue();
        } catch (RuntimeException e) {
            log.warn("The sweep of {} cannot be done at the moment: {}", name, e.getMessage());
            log.debug("Why the sweep of {} rests", name, e);
        }
    }
}
