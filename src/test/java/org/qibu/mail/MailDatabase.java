package org.qibu.mail;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One real PostgreSQL with our own tables for all tests of this room. */
public final class MailDatabase {

    private static EmbeddedPostgres server;

    private MailDatabase() {}

    public static synchronized EmbeddedPostgres server() {
        if (server == null) {
            server = start();
            Flyway.configure()
                    .dataSource(server.getPostgresDatabase())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        }
        return server;
    }

    public static DataSource empty() {
        var source = server().getPostgresDatabase();
        JdbcClient.create(source)
                .sql(
                        "truncate rate_limit, outbox_mail, inbox_mail, mail_choice, digest_line, digest_day, mail_opening, staff_mail_line, staff_mail, mail_text, phone_call")
                .update();
        return source;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
