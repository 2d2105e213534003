package org.qibu.engine.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.qibu.engine.identity.AsSystem;
import org.springframework.stereotype.Component;

/** The engine's own clock and the jobs that wait for it; moved together with the one clock in training mode. */
@Component
public class EngineClock {

    private static final int PAGE = 200;

    private final ManagementService management;
    private final AsSystem asSystem;

    EngineClock(ManagementService management, AsSystem asSystem) {
        this.management = management;
        this.asSystem = asSystem;
    }

    /** How many jobs are done, and why others could not be. */
    public record Run(int done, List<String> failures) {}

    /** Sets how far the engine's clock is ahead of the machine's. */
    public void runAhead(Duration ahead) {
        ClockUtil.offset(ahead.toMillis());
    }

    /** When the next job falls due, if after now and not later than this. */
    public Optional<Instant> nextDueJob(Instant until) {
        return asSystem.call(() -> earliest(until)).map(job -> job.getDuedate().toInstant());
    }

    private Optional<Job> earliest(Instant until) {
        var justAfter = Date.from(until.plusMillis(1));
        return management
                .createJobQuery()
                .active()
                .withRetriesLeft()
                .duedateHigherThan(ClockUtil.now())
                .duedateLowerThan(justAfter)
                .orderByJobDuedate()
                .asc()
                .listPage(0, PAGE)
                .stream()
                .filter(DueJobs::isOfMatter)
                .findFirst();
    }

    /** Runs all due jobs, those they bring about included, and returns when none is left but those that failed. */
    public Run runDueJobs() {
        return asSystem.call(() -> new DueJobs(management).run());
    }
}
