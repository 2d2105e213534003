package org.qibu.process;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.qibu.embedded.PostgresServer;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Lets no commit wait for the disk: nothing here outlives a power cut of the machine; the journeys show what does. */
class QuickCommits implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof PostgresServer server) {
            try (var connection =
                            DriverManager.getConnection(server.jdbcUrl(), PostgresServer.USER, server.password());
                    var statement = connection.createStatement()) {
                statement.execute("alter role postgres set synchronous_commit = off");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return bean;
    }
}
