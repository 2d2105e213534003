package org.qibu.engine.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.qibu.engine.process.EngineClock.Run;

/** One working-off of the due jobs, beside a job executor that may be quicker. */
class DueJobs {

    private static final int PAGE = 200;
    private static final int ATTEMPTS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BLINK = Duration.ofMillis(25);

    private final ManagementService management;
    private final Map<String, String> failures = new HashMap<>();
    private final Map<String, Integer> collisions = new HashMap<>();
    private int done;

    DueJobs(ManagementService management) {
        this.management = management;
    }

    Run run() {
        for (var due = due(); !due.isEmpty(); due = due()) {
            due.forEach(this::work);
        }
        return new Run(done, new ArrayList<>(failures.values()));
    }

    private List<Job> due() {
        return management.createJobQuery().executable().active().listPage(0, PAGE).stream()
                .filter(DueJobs::isOfMatter)
                .filter(job -> !failures.containsKey(job.getId()))
                .toList();
    }

    /** The engine's own housekeeping keeps its own time. */
    static boolean isOfMatter(Job job) {
        return job.getProcessDefinitionId() != null;
    }

    private void work(Job job) {
        if (isLocked(job) && isSoonGone(job)) {
            done++;
            return;
        }
        try {
            management.executeJob(job.getId());
            done++;
        } catch (OptimisticLockingException collision) {
            collided(job, collision);
        } catch (RuntimeException failure) {
            failed(job, failure);
        }
    }

    private void collided(Job job, RuntimeException collision) {
        if (isSoonGone(job)) {
            done++;
        } else if (collisions.merge(job.getId(), 1, Integer::sum) > ATTEMPTS) {
            failed(job, collision);
        }
    }

    private void failed(Job job, RuntimeException failure) {
        if (isSoonGone(job)) {
            done++;
        } else {
            failures.put(job.getId(), job.getProcessDefinitionKey() + " " + job.getId() + ": " + failure.getMessage());
        }
    }

    /**
     * Waits while the job executor holds the job; true when the job is gone then. The executor may be that of another node,
     * which tells nobody here, so that the table is looked at again and again.
     */
    private boolean isSoonGone(Job job) {
        var patience = System.nanoTime() + PATIENCE.toNanos();
        var left = find(job);
        while (left != null && isLocked(left) && System.nanoTime() < patience) {
            pause();
            left = find(job);
        }
        return left == null;
    }

    private Job find(Job job) {
        return management.createJobQuery().jobId(job.getId()).singleResult();
    }

    private static boolean isLocked(Job job) {
        return ((JobEntity) job).getLockOwner() != null;
    }

    private static void pause() {
        try {
            Thread.sleep(BLINK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the job executor works", e);
        }
    }
}
