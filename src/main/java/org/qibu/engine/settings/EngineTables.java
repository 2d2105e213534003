package org.qibu.engine.settings;

import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/** Migration 1: the tables of the engine and of the web session, from the scripts their own jars carry. */
@Component
class EngineTables implements JavaMigration {

    private static final List<String> SCRIPTS = List.of(
            engine("engine"),
            engine("history"),
            engine("identity"),
            engine("case.engine"),
            engine("case.history"),
            engine("decision.engine"),
            engine("decision.history"),
            "org/springframework/session/jdbc/schema-postgresql.sql");

    private static String engine(String part) {
        return "org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql";
    }

    @Override
    public void migrate(Context context) {
        SCRIPTS.forEach(script -> ScriptUtils.executeSqlScript(context.getConnection(), new ClassPathResource(script)));
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("1");
    }

    @Override
    public String getDescription() {
        return "engine tables";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
