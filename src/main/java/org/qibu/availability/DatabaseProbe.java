package org.qibu.availability;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * Looks whether the database can be read and written, over a connection of its own: a pool in which everything is in use
 * says nothing about the database. Used by one thread.
 */
class DatabaseProbe {

    private static final int PATIENCE_SECONDS = 4;

    /** More than one page, in a file that is made anew: nothing that lies free already helps it. */
    private static final String WRITE =
            "truncate database_probe; insert into database_probe select repeat('x', 4000) from generate_series(1, 8)";

    private final JdbcConnectionDetails database;
    private @Nullable Connection connection;

    DatabaseProbe(JdbcConnectionDetails database) {
        this.database = database;
    }

    /** How it is; {@code writing} asks for more than reading, and leaves it to another node that looks this moment. */
    DatabaseState look(boolean writing) {
        try {
            var asked = connection == null ? open() : connection;
            connection = asked;
            read(asked);
            if (writing) {
                write(asked);
            }
            return DatabaseState.UP;
        } catch (SQLException e) {
            close();
            return DatabaseTrouble.of(e).map(DatabaseState::after).orElse(DatabaseState.DOWN);
        }
    }

    private static void read(Connection asked) throws SQLException {
        try (var statement = asked.createStatement()) {
            statement.execute("select 1");
        }
    }

    private static void write(Connection asked) throws SQLException {
        asked.setAutoCommit(false);
        try (var statement = asked.createStatement()) {
            var turn = statement.executeQuery("select pg_try_advisory_xact_lock(7172003)");
            turn.next();
            if (turn.getBoolean(1)) {
                statement.execute(WRITE);
            }
            asked.commit();
        }
        asked.setAutoCommit(true);
    }

    private Connection open() throws SQLException {
        var settings = new Properties();
        settings.setProperty("user", database.getUsername());
        settings.setProperty("password", database.getPassword());
        settings.setProperty("ApplicationName", "qibu watch");
        settings.setProperty("connectTimeout", String.valueOf(PATIENCE_SECONDS));
        settings.setProperty("socketTimeout", String.valueOf(PATIENCE_SECONDS));
        settings.setProperty("options", "-c lock_timeout=2s -c statement_timeout=3s");
        return DriverManager.getConnection(database.getJdbcUrl(), settings);
    }

    /** Gives the connection back; the next look opens another. */
    void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // it is of no use any more, however it ended
        }
        connection = null;
    }
}
