package org.qibu.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.qibu.RoomsDatabase;
import org.qibu.availability.DatabaseTrouble;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionTemplate;

/** Reading with a login goes on while nothing can be written; a login that could not be kept is not begun. */
class SessionsOnFullDiskTest {

    private final FindByIndexNameSessionRepository<? extends Session> sound = sessions(false);
    private final FindByIndexNameSessionRepository<? extends Session> full = sessions(true);

    @BeforeAll
    static void keepSessions() {
        new ResourceDatabasePopulator(new ClassPathResource("org/springframework/session/jdbc/schema-postgresql.sql"))
                .execute(RoomsDatabase.source());
    }

    @AfterAll
    static void keepThemNoMore() {
        new JdbcTemplate(RoomsDatabase.source()).execute("drop table spring_session_attributes, spring_session");
    }

    @SuppressWarnings("unchecked")
    private static FindByIndexNameSessionRepository<? extends Session> sessions(boolean nothingCanBeWritten) {
        DataSource database = RoomsDatabase.source();
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        transaction.setReadOnly(nothingCanBeWritten);
        var sessions = new JdbcIndexedSessionRepository(new JdbcTemplate(database), transaction);
        return (FindByIndexNameSessionRepository<? extends Session>)
                new SessionsOnFullDisk().postProcessAfterInitialization(sessions, "sessions");
    }

    private static <S extends Session> Session begun(SessionRepository<S> sessions) {
        var session = sessions.createSession();
        session.setAttribute("who", "clerk");
        sessions.save(session);
        return session;
    }

    private static <S extends Session> void seen(SessionRepository<S> sessions, String id) {
        var session = sessions.findById(id);
        assertThat(session.<String>getAttribute("who")).isEqualTo("clerk");
        session.setLastAccessedTime(Instant.now().plusSeconds(1));
        sessions.save(session);
    }

    @Test
    void aLoginThatWasSeenJustNowMayGoUnnoted() {
        var id = begun(sound).getId();
        assertThatCode(() -> seen(full, id)).doesNotThrowAnyException();
        assertThatCode(() -> seen(sound, id)).doesNotThrowAnyException();
        assertThat(sound.findById(id)).isNotNull();
    }

    @Test
    void aLoginThatCannotBeKeptIsNotBegun() {
        assertThatThrownBy(() -> begun(full))
                .satisfies(failure ->
                        assertThat(DatabaseTrouble.of(failure)).isEqualTo(Optional.of(DatabaseTrouble.READ_ONLY)));
    }

    @Test
    void whatIsNoIdOfALoginIsNotAskedFor() {
        assertThat(sound.findById("\0")).isNull();
        assertThat(sound.findById("x".repeat(5000))).isNull();
    }
}
