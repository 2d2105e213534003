package org.qibu.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of a program before release 0.2.0 goes on with this one, or is left as it is. */
class MigrationHistoryTest {

    private static final String FORMER = "before-0.2.0";

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void aDatabaseThatHasAllFormerMigrationsContinuesAndKeepsItsRows() throws Exception {
        var source = DatabaseFixture.restore(server, FORMER);
        var database = JdbcClient.create(source);
        var matters = count(database, "matter");
        var flyway = flyway(source);
        assertThatThrownBy(flyway::validate).hasMessageContaining("not resolved locally");

        MigrationHistory.carryOver(flyway);

        assertThatCode(flyway::validate).doesNotThrowAnyException();
        assertThat(flyway.migrate().migrationsExecuted).isZero();
        assertThat(matters).isPositive();
        assertThat(count(database, "matter")).isEqualTo(matters);
        var history = history(database);

        MigrationHistory.carryOver(flyway);

        assertThat(history(database)).isEqualTo(history);
    }

    @Test
    void itHasTheSameTablesAsANewOne() {
        var former = JdbcClient.create(DatabaseFixture.restore(server, FORMER));
        var fresh = fresh("fresh");

        assertThat(tables(former)).isEqualTo(tables(fresh)).hasSizeGreaterThan(400);
        assertThat(indexes(former)).isEqualTo(indexes(fresh)).hasSizeGreaterThan(80);
        assertThat(constraints(former)).isEqualTo(constraints(fresh)).hasSizeGreaterThan(100);
        assertThat(functions(former)).isEqualTo(functions(fresh)).hasSizeGreaterThan(2);
    }

    @Test
    void oneThatHasOnlySomeOfThemIsRefusedInASentenceAndNotTouched() {
        var source = DatabaseFixture.restore(server, FORMER);
        var database = JdbcClient.create(source);
        database.sql("delete from flyway_schema_history where version::int > 190")
                .update();
        var history = history(database);

        assertThatThrownBy(() -> MigrationHistory.carryOver(flyway(source)))
                .isInstanceOf(OutdatedDatabase.class)
                .hasMessage("这个数据库是较早的程序留下的，表结构停在第 190 版；这个程序只能接着第 196 版往下用。");
        assertThat(history(database)).isEqualTo(history);
    }

    @Test
    void oneWhereAMigrationFailedIsLeftToFlyway() throws Exception {
        var source = DatabaseFixture.restore(server, FORMER);
        var database = JdbcClient.create(source);
        database.sql("update flyway_schema_history set success = false where version = '196'")
                .update();
        var history = history(database);

        MigrationHistory.carryOver(flyway(source));

        assertThat(history(database)).isEqualTo(history);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update flyway_schema_history set checksum = 1 where version = '40'",
                "delete from flyway_schema_history where version = '40'",
                "update flyway_schema_history set version = '197' where version = '196'",
            })
    void oneWhoseHistoryIsNoneOfTheFormerProgramIsLeftToFlyway(String change) throws Exception {
        var source = DatabaseFixture.restore(server, FORMER);
        var database = JdbcClient.create(source);
        database.sql(change).update();
        var history = history(database);

        MigrationHistory.carryOver(flyway(source));

        assertThat(history(database)).isEqualTo(history);
        assertThatThrownBy(() -> flyway(source).validate()).isInstanceOf(FlywayException.class);
    }

    @Test
    void twoNodesAtOnceCarryItOverOnce() throws Exception {
        var source = DatabaseFixture.restore(server, FORMER);
        var details = mock(JdbcConnectionDetails.class);
        when(details.getJdbcUrl()).thenReturn(server.getJdbcUrl("postgres", DatabaseFixture.databaseOf(FORMER)));
        when(details.getUsername()).thenReturn("postgres");
        when(details.getPassword()).thenReturn("");
        var nodes = Executors.newFixedThreadPool(2);
        try {
            for (var started : nodes.invokeAll(Collections.<Callable<Boolean>>nCopies(2, () -> {
                var lock = new StartLock(details);
                new StartLock.Migration().oneNodeAtATime(lock).migrate(flyway(source));
                lock.release();
                return true;
            }))) {
                assertThat(started.get()).isTrue();
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThatCode(flyway(source)::validate).doesNotThrowAnyException();
        assertThat(history(JdbcClient.create(source))).hasSize(10);
    }

    @Test
    void anEmptyOneIsLeftToFlyway() throws Exception {
        var source = empty("nothing");

        MigrationHistory.carryOver(flyway(source));

        assertThat(flyway(source).migrate().migrationsExecuted).isGreaterThan(5);
    }

    private static Flyway flyway(DataSource source) {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .target("209")
                .javaMigrations(new JavaMigration[] {new V1__engine_tables()})
                .load();
    }

    /** In the place of the engine's own tables, which tests of this room do without. */
    private static final class V1__engine_tables extends BaseJavaMigration {

        @Override
        public MigrationVersion getVersion() {
            return MigrationVersion.fromVersion("1");
        }

        @Override
        public void migrate(Context context) {}
    }

    private static JdbcClient fresh(String name) {
        var source = empty(name);
        flyway(source).migrate();
        return JdbcClient.create(source);
    }

    private static DataSource empty(String name) {
        JdbcClient.create(server.getPostgresDatabase())
                .sql("create database " + name)
                .update();
        return server.getDatabase("postgres", name);
    }

    private static long count(JdbcClient database, String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static List<Map<String, Object>> history(JdbcClient database) {
        return database.sql("select * from flyway_schema_history order by installed_rank")
                .query()
                .listOfRows();
    }

    private static List<String> tables(JdbcClient database) {
        return ours(database, """
                select table_name || '.' || column_name || ' ' || ordinal_position || ' ' || udt_name || ' '
                  || coalesce(character_maximum_length::text, numeric_precision::text, '') || ' ' || is_nullable || ' '
                  || coalesce(column_default, '') || ' ' || is_identity || ' ' || coalesce(generation_expression, '')
                from information_schema.columns where table_schema = 'public' and""");
    }

    private static List<String> indexes(JdbcClient database) {
        return ours(
                database, "select indexdef from (select tablename as table_name, indexdef from pg_indexes) i where");
    }

    private static List<String> constraints(JdbcClient database) {
        return ours(database, """
                select table_name || ' ' || said from (
                  select conrelid::regclass::text as table_name, conname || ' ' || pg_get_constraintdef(oid) as said
                  from pg_constraint where connamespace = 'public'::regnamespace
                  union all
                  select tgrelid::regclass::text, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal) c where""");
    }

    private static List<String> functions(JdbcClient database) {
        return database.sql(
                        "select pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace order by 1")
                .query(String.class)
                .list();
    }

    /** Of our own tables only, sorted; without the casts a restored expression is written down with. */
    private static List<String> ours(JdbcClient database, String query) {
        return database
                .sql(query + " table_name !~ '^(act_|spring_session|flyway_)'")
                .query(String.class)
                .list()
                .stream()
                .map(said -> said.replaceAll("::(character varying|text)(\\[\\])?|[()]", ""))
                .sorted()
                .toList();
    }
}
