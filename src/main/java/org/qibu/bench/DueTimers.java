package org.qibu.bench;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.jdbc.core.JdbcTemplate;

/** Timers of the plain deployment that are due, made by starting as many instances, and drained by its own job executor. */
final class DueTimers {

    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final PlainDeployment plain;
    private final JdbcTemplate database;

    DueTimers(PlainDeployment plain) {
        this.plain = plain;
        this.database = plain.database();
        plain.engine()
                .getRepositoryService()
                .createDeployment()
                .addClasspathResource("bench/bench-reminder.bpmn")
                .deploy();
        database.execute("create table plain_mail (id bigint generated always as identity primary key,"
                + " execution_id varchar(64), address varchar(254), subject varchar(300), text text)");
    }

    /** Starts as many instances, whose timers are due a second later. */
    void gather(int many, int people) {
        var runtime = plain.engine().getRuntimeService();
        database.execute("truncate plain_mail");
        for (int i = 0; i < many; i++) {
            runtime.startProcessInstanceByKey(
                    "bench-reminder", "BENCH-" + i, Map.of("assignee", LateTasks.person(i % people)));
        }
        database.execute("vacuum analyze");
        waitUntil("select count(*) = 0 from act_ru_job where duedate_ > clock_timestamp()");
    }

    /** How long the job executor takes until no timer is left, in seconds. */
    double drain() {
        var executor =
                ((ProcessEngineConfigurationImpl) plain.engine().getProcessEngineConfiguration()).getJobExecutor();
        var begun = System.nanoTime();
        executor.start();
        waitUntil("select not exists (select 1 from act_ru_job where retries_ > 0)");
        var seconds = (System.nanoTime() - begun) / 1e9;
        executor.shutdown();
        return seconds;
    }

    private void waitUntil(String condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!Boolean.TRUE.equals(database.queryForObject(condition, Boolean.class))) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not within " + PATIENCE + ": " + condition);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK.toMillis()));
        }
    }

    /** Whether every instance has its one mail. */
    boolean isWhole(int many) {
        return database.queryForObject(
                "select count(*) = ? and count(distinct execution_id) = ? from plain_mail", Boolean.class, many, many);
    }
}
