package org.qibu.engine;

import java.sql.SQLException;
import java.util.Optional;

/**
 * What the database says of a value that came in from outside and that it cannot take: a fault of whoever sent it, never
 * an outage or a fault of ours. By the SQL states of PostgreSQL, appendix A of its manual.
 */
public enum RefusedValue {

    /** Class 22: signs no text can hold, numbers and dates beyond their range, text too long for its column. */
    NOT_KEEPABLE(400),

    /** 23505: something of this name is there already. */
    THERE_ALREADY(409);

    private static final String DATA_EXCEPTION = "22";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final int DEEPEST = 50;

    private final int status;

    RefusedValue(int status) {
        this.status = status;
    }

    /** The HTTP status that says the same. */
    public int status() {
        return status;
    }

    /** What a failure is, whatever it is wrapped in; empty where it is something else. */
    public static Optional<RefusedValue> of(Throwable failure) {
        var depth = 0;
        for (var cause = failure; cause != null && depth < DEEPEST; cause = cause.getCause(), depth++) {
            if (cause instanceof SQLException said && said.getSQLState() != null) {
                return byState(said.getSQLState());
            }
        }
        return Optional.empty();
    }

    private static Optional<RefusedValue> byState(String state) {
        if (state.startsWith(DATA_EXCEPTION)) {
            return Optional.of(NOT_KEEPABLE);
        }
        return state.equals(UNIQUE_VIOLATION) ? Optional.of(THERE_ALREADY) : Optional.empty();
    }
}
