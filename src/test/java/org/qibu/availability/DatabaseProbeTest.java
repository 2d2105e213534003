package org.qibu.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** Looks at a real server that is there, takes reading only, and is gone; and lets one node at a time bring it up to date. */
class DatabaseProbeTest {

    private static JdbcConnectionDetails of(EmbeddedPostgres server) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return server.getJdbcUrl("postgres", "postgres");
            }
        };
    }

    private static void run(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void itTellsWhatCanBeDoneWithTheServer() throws Exception {
        var server = EmbeddedPostgres.start();
        var probe = new DatabaseProbe(of(server));
        try {
            run(server, "create unlogged table database_probe (filler text not null)");
            assertThat(probe.look(true)).isEqualTo(DatabaseState.UP);
            assertThat(probe.look(true)).isEqualTo(DatabaseState.UP);
            run(server, "alter role postgres set default_transaction_read_only = on");
            probe.close();
            assertThat(probe.look(false)).isEqualTo(DatabaseState.UP);
            assertThat(probe.look(true)).isEqualTo(DatabaseState.READ_ONLY);
        } finally {
            server.close();
        }
        assertThat(probe.look(false)).isEqualTo(DatabaseState.DOWN);
    }

    @Test
    void theSecondNodeWaitsUntilTheFirstHasBroughtTheDatabaseUpToDate() throws Exception {
        try (var server = EmbeddedPostgres.start()) {
            var first = new StartLock(of(server));
            var second = new StartLock(of(server));
            first.take();
            var nodes = Executors.newSingleThreadExecutor();
            var flyway = mock(Flyway.class, RETURNS_DEEP_STUBS);
            var waiting = nodes.submit(() -> {
                new StartLock.Migration().oneNodeAtATime(second).migrate(flyway);
                return true;
            });
            assertThat(waiting.isDone()).isFalse();
            org.awaitility.Awaitility.await().until(() -> waits(server));
            verifyNoInteractions(flyway);
            first.release();
            assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
            verify(flyway).migrate();
            second.release();
            nodes.shutdownNow();
        }
    }

    private static boolean waits(EmbeddedPostgres server) throws SQLException {
        try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                var found = connection
                        .createStatement()
                        .executeQuery("select count(*) from pg_locks where locktype = 'advisory' and not granted")) {
            found.next();
            return found.getInt(1) == 1;
        }
    }
}
