package org.qibu.availability;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/** Disables lock and statement timeouts for migrations; the limits of the pool are for whoever waits for an answer. */
@Component
class UnhurriedMigrations implements Callback {

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    /** Until the transaction of this migration ends. */
    @Override
    public void handle(Event event, Context context) {
        try (var statement = context.getConnection().createStatement()) {
            statement.execute("set local statement_timeout = 0");
            statement.execute("set local lock_timeout = 0");
        } catch (SQLException e) {
            throw new FlywayException("The time limits of a migration cannot be lifted", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "unhurried migrations";
    }
}
