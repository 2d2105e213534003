package org.qibu.availability;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * What a failure says about the database, whatever it is wrapped in: somebody else was faster, or it cannot be used now. By
 * the SQL states of PostgreSQL, appendix A of its manual.
 */
public enum DatabaseTrouble {

    /** Of two who changed the same thing this one lost: a deadlock, a lock waited for too long, an older version, a key just used. */
    RACE(409),

    /** Nothing can be written: the disk is full, or the server takes reading only. */
    READ_ONLY(503),

    /** The database does not answer, answers too late, or takes nobody in. */
    DOWN(503);

    private static final Set<String> RACES = Set.of("40001", "40P01", "55P03", "23505");
    private static final Set<String> NOT_WRITABLE = Set.of("53100", "25006");
    private static final Set<String> NOT_USABLE = Set.of("57014", "57P01", "57P02", "57P03", "57P04", "25P03", "57P05");
    private static final Set<String> LOST_RACES = Set.of("OptimisticLockingException", "CrdbTransactionRetryException");

    private final int status;

    DatabaseTrouble(int status) {
        this.status = status;
    }

    /** The HTTP status that says the same. */
    public int status() {
        return status;
    }

    /** What a failure is, judged by whatever is at its bottom; empty where it is something else, such as a fault of ours. */
    public static Optional<DatabaseTrouble> of(Throwable failure) {
        Optional<DatabaseTrouble> found = Optional.empty();
        var depth = 0;
        for (var cause = failure; cause != null && depth < 50; cause = cause.getCause(), depth++) {
            var here = one(cause);
            found = here.isPresent() ? here : found;
        }
        return found;
    }

    private static Optional<DatabaseTrouble> one(Throwable cause) {
        if (cause instanceof SQLException said) {
            return byState(said);
        }
        if (cause instanceof ConcurrencyFailureException
                || LOST_RACES.contains(cause.getClass().getSimpleName())) {
            return Optional.of(RACE);
        }
        return cause instanceof CannotCreateTransactionException
                        || cause instanceof DataAccessResourceFailureException
                        || cause instanceof QueryTimeoutException
                ? Optional.of(DOWN)
                : Optional.empty();
    }

    private static Optional<DatabaseTrouble> byState(SQLException said) {
        var state = said.getSQLState() == null ? "" : said.getSQLState();
        if (RACES.contains(state)) {
            return Optional.of(RACE);
        }
        if (NOT_WRITABLE.contains(state)) {
            return Optional.of(READ_ONLY);
        }
        var isDown = said instanceof SQLTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("58")
                || NOT_USABLE.contains(state);
        return isDown ? Optional.of(DOWN) : Optional.empty();
    }
}
