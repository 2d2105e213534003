package org.qibu.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.TaskQuery;
import org.qibu.bench.setup.BenchDatabases;
import org.qibu.bench.setup.Side;
import org.springframework.jdbc.core.JdbcTemplate;

/** The engine as it comes: its own schema, history full, authorization on, a grant for each task and group. */
final class PlainDeployment implements Side {

    /** With ten the threads of its job executor and its id generator wait for each other. */
    private static final int AS_MANY_AS_OURS = 20;

    private final HikariDataSource source;
    private final ProcessEngine engine;

    private PlainDeployment(HikariDataSource source, ProcessEngine engine) {
        this.source = source;
        this.engine = engine;
    }

    static PlainDeployment start(BenchDatabases databases) {
        var source = new HikariDataSource();
        source.setJdbcUrl(databases.url(BenchDatabases.PLAIN));
        source.setUsername(databases.user());
        source.setPassword(databases.password());
        source.setMaximumPoolSize(AS_MANY_AS_OURS);
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setBeans(Map.of("reminder", new PlainReminder()));
        var engine = configuration
                .setProcessEngineName("plain")
                .setDataSource(source)
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .setHistory(ProcessEngineConfiguration.HISTORY_FULL)
                .setAuthorizationEnabled(true)
                .setJobExecutorActivate(false)
                .buildProcessEngine();
        return new PlainDeployment(source, engine);
    }

    @Override
    public ProcessEngine engine() {
        return engine;
    }

    @Override
    public JdbcTemplate database() {
        return new JdbcTemplate(source);
    }

    @Override
    public List<String> communities() {
        return List.of();
    }

    /** The engine did so when each task was made. */
    @Override
    public void letRead(int groups) {}

    @Override
    public TaskQuery list(String reader) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskCandidateUser(reader)
                .active();
    }

    @Override
    public void close() {
        engine.close();
        source.close();
    }
}
