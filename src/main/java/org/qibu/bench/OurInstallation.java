package org.qibu.bench;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.TaskQuery;
import org.qibu.access.Groups;
import org.qibu.bench.setup.BenchDatabases;
import org.qibu.bench.setup.Side;
import org.qibu.calendar.PeriodicSweep;
import org.qibu.engine.identity.SystemWork;
import org.qibu.engine.settings.Grants;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Qibu as it is shipped, without demonstration, mail and jobs that would run beside the measurement. */
final class OurInstallation implements Side {

    private static final String COMMUNITY = "BENCH";

    private final ConfigurableApplicationContext application;
    /** Whoever measures works as the product itself until the end. */
    private final Runnable afterwards = SystemWork.declareForThread();

    private OurInstallation(ConfigurableApplicationContext application) {
        this.application = application;
    }

    static OurInstallation start(Class<?> application, BenchDatabases databases) {
        return new OurInstallation(SpringApplication.run(
                application,
                "--spring.datasource.url=" + databases.url(BenchDatabases.OURS),
                "--spring.datasource.username=" + databases.user(),
                "--spring.datasource.password=" + databases.password(),
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--qibu.data=" + databases.home().resolve("files"),
                "--qibu.demo=false",
                "--qibu.admin.password=" + UUID.randomUUID(),
                "--qibu.mail.sending=false",
                "--qibu.sweeps=false",
                // of its own name, so that its end does not take away the engine of another application in this process
                "--camunda.bpm.process-engine-name=measured",
                "--camunda.bpm.job-execution.enabled=false",
                "--logging.level.org.qibu=warn"));
    }

    @Override
    public ProcessEngine engine() {
        return application.getBean(ProcessEngine.class);
    }

    @Override
    public JdbcTemplate database() {
        return application.getBean(JdbcTemplate.class);
    }

    @Override
    public List<String> communities() {
        return List.of(COMMUNITY);
    }

    /** One row a group, copied from what the start would have given the group the model names. */
    @Override
    public void letRead(int groups) {
        application.getBean(Grants.class).bringUpToDate(Groups.ids());
        database().update("""
                insert into act_ru_authorization
                select made.* from act_ru_authorization a, generate_series(0, ? - 1) n,
                  jsonb_populate_record(a, jsonb_build_object('id_', 'grant-' || n, 'group_id_', 'bench' || n)) made
                where a.group_id_ = ? and a.resource_id_ = ?""", groups, Crowd.SEED_GROUP, Crowd.PROCESS);
    }

    @Override
    public TaskQuery list(String reader) {
        return engine().getTaskService()
                .createTaskQuery()
                .or()
                .taskAssignee(reader)
                .taskCandidateUser(reader)
                .endOr()
                .active();
    }

    /** A part of it. */
    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    /** Ends everything that would look by itself what is due. */
    void rest() {
        application.getBeansOfType(PeriodicSweep.class).values().stream()
                .filter(PeriodicSweep::isRunning)
                .forEach(PeriodicSweep::stop);
    }

    /** The version of the server both run on. */
    String server() {
        return database().queryForObject("select version()", String.class);
    }

    @Override
    public void close() {
        afterwards.run();
        application.close();
    }
}
