package org.qibu.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibu.availability.DatabaseTrouble;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody waits without end for the database: a lock, a statement and an idle transaction each have their time. */
class DatabaseTimesTest extends ProcessTest {

    @Autowired
    private JdbcClient database;

    @Autowired
    private DataSource connections;

    @ParameterizedTest
    @CsvSource({"lock_timeout, 15", "statement_timeout, 60", "idle_in_transaction_session_timeout, 120"})
    void everyConnectionHasItsTimes(String setting, long mostSeconds) {
        var millis = database.sql("select setting::bigint from pg_settings where name = ?")
                .param(setting)
                .query(Long.class)
                .single();

        assertThat(Duration.ofMillis(millis)).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(mostSeconds));
    }

    @Test
    void whoWaitsTooLongForALockLostARace() throws SQLException {
        var story = raise();
        try (var holder = connections.getConnection();
                var other = connections.getConnection()) {
            holder.setAutoCommit(false);
            try (var hold = holder.createStatement();
                    var wait = other.createStatement()) {
                hold.execute("select 1 from matter where matter_no = '" + story.no() + "' for update");
                wait.execute("set lock_timeout = '50ms'");
                assertThatThrownBy(() ->
                                wait.execute("update matter set step = step where matter_no = '" + story.no() + "'"))
                        .satisfies(lost -> assertThat(DatabaseTrouble.of(lost)).contains(DatabaseTrouble.RACE));
                wait.execute("reset lock_timeout");
            } finally {
                holder.rollback();
                holder.setAutoCommit(true);
            }
        }
    }
}
