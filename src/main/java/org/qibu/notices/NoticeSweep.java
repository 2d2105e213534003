package org.qibu.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.qibu.calendar.TimeDriven;
import org.qibu.matter.Matters;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/** Takes notices down when their time is over that no model waits for; those of others are taken down by their model. */
@Component
class NoticeSweep implements TimeDriven, SmartLifecycle {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final Notices notices;
    private final Matters matters;
    private final Clock clock;
    private volatile ThreadPoolTaskScheduler thread;

    NoticeSweep(Notices notices, Matters matters, Clock clock) {
        this.notices = notices;
        this.matters = matters;
        this.clock = clock;
    }

    @Override
    public void runDue() {
        var now = clock.instant();
        notices.leftHanging().stream()
                .filter(notice -> !notice.isPosted(now))
                .forEach(notice -> notices.takeDown(matters.get(notice.matterNo()), notice));
    }

    @Override
    public Optional<Instant> nextDue() {
        return notices.leftHanging().stream().map(Notice::postedUntil).findFirst();
    }

    @Override
    public void start() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("notices-");
        scheduler.initialize();
        scheduler.scheduleWithFixedDelay(this::runDue, PERIOD);
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
}
