package org.qibu.availability;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Of several nodes that start at once on one database, one brings it up to date and the others wait: from the first change of
 * the tables until models, grants and accounts are there. Held over a connection of its own, so that it ends with the node.
 */
@Component
public class StartLock implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(StartLock.class);
    private static final long NUMBER = 7_172_001;

    private final JdbcConnectionDetails database;
    private @Nullable Connection held;

    StartLock(JdbcConnectionDetails database) {
        this.database = database;
    }

    /** Waits for other nodes, as long as they need. */
    synchronized void take() throws SQLException {
        if (held != null) {
            return;
        }
        var settings = new Properties();
        settings.setProperty("user", database.getUsername());
        settings.setProperty("password", database.getPassword());
        settings.setProperty("ApplicationName", "qibu start");
        settings.setProperty("tcpKeepAlive", "true");
        var connection = DriverManager.getConnection(database.getJdbcUrl(), settings);
        held = connection;
        try (var statement = connection.createStatement()) {
            var free = statement.executeQuery("select pg_try_advisory_lock(" + NUMBER + ")");
            free.next();
            if (!free.getBoolean(1)) {
                log.info("Another node is bringing the database up to date; waiting for it");
                statement.execute("select pg_advisory_lock(" + NUMBER + ")");
            }
        }
    }

    /** Releases the lock, so that the next node starts. */
    public synchronized void release() {
        if (held != null) {
            try {
                held.close();
            } catch (SQLException e) {
                log.debug("The connection of the start was gone already", e);
            }
            held = null;
        }
    }

    @Override
    public void destroy() {
        release();
    }

    /** The first thing a start does to the database. */
    @Configuration(proxyBeanMethods = false)
    static class Migration {

        @Bean
        FlywayMigrationStrategy oneNodeAtATime(StartLock lock) {
            return flyway -> {
                try {
                    lock.take();
                    MigrationHistory.carryOver(flyway);
                } catch (SQLException e) {
                    throw new IllegalStateException("The database does not answer", e);
                }
                flyway.migrate();
            };
        }
    }
}
