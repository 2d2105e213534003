package org.qibu.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Every failure of the database is classed: a race that was lost, an outage, or a fault of ours; whatever it is wrapped in. */
class DatabaseTroubleTest {

    @ParameterizedTest
    @CsvSource({
        "40P01,RACE",
        "40001,RACE",
        "55P03,RACE",
        "23505,RACE",
        "53100,READ_ONLY",
        "25006,READ_ONLY",
        "08001,DOWN",
        "08006,DOWN",
        "57P01,DOWN",
        "57P03,DOWN",
        "53300,DOWN",
        "57014,DOWN",
        "58030,DOWN"
    })
    void aStateOfPostgresSaysWhatItIs(String state, DatabaseTrouble trouble) {
        var bottom = new SQLException("words", state);
        assertThat(DatabaseTrouble.of(bottom)).contains(trouble);
        assertThat(DatabaseTrouble.of(new ProcessEngineException(new RuntimeException(bottom))))
                .contains(trouble);
    }

    @ParameterizedTest
    @CsvSource({"23502", "42P01", "22001"})
    void aFaultOfOursStaysOne(String state) {
        assertThat(DatabaseTrouble.of(new RuntimeException(new SQLException("words", state))))
                .isEmpty();
    }

    @Test
    void aRaceLostInTheEngineOrInARowIsTheSame() {
        assertThat(DatabaseTrouble.of(new OptimisticLockingException("older"))).contains(DatabaseTrouble.RACE);
        assertThat(DatabaseTrouble.of(new CannotAcquireLockException("waited"))).contains(DatabaseTrouble.RACE);
    }

    @Test
    void noConnectionIsAnOutageHoweverItIsTold() {
        var none = new SQLTransientConnectionException("Connection is not available, request timed out after 5000ms");
        assertThat(DatabaseTrouble.of(new CannotCreateTransactionException("no transaction", none)))
                .contains(DatabaseTrouble.DOWN);
        assertThat(DatabaseTrouble.of(new DataAccessResourceFailureException("gone")))
                .contains(DatabaseTrouble.DOWN);
    }

    @Test
    void whateverElseFailsIsNotTheDatabase() {
        assertThat(DatabaseTrouble.of(new IllegalStateException(new IOException("broken pipe"))))
                .isEmpty();
    }
}
