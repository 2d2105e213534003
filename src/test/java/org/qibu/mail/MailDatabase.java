package org.qibu.mail;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** One real PostgreSQL with the tables of this room for all its tests. */
final class MailDatabase {

    private static EmbeddedPostgres server;

    private MailDatabase() {}

    static synchronized EmbeddedPostgres server() {
        if (server == null) {
            server = start();
            var scripts = new ResourceDatabasePopulator(
                    new ClassPathResource("db/migration/V30__mail_outbox.sql"),
                    new ClassPathResource("db/migration/V31__inbox.sql"),
                    attachments(),
                    new ClassPathResource("db/migration/V85__staff_mail.sql"));
            scripts.execute(server.getPostgresDatabase());
        }
        return server;
    }

    /** Of the migration that brought attachments only what the mail room needs. */
    private static Resource attachments() {
        return new ByteArrayResource("alter table outbox_mail add column attachments jsonb not null default '[]'"
                .getBytes(StandardCharsets.UTF_8));
    }

    static DataSource empty() {
        var source = server().getPostgresDatabase();
        JdbcClient.create(source)
                .sql("truncate outbox_mail, inbox_mail, mail_choice, digest_line, digest_day, mail_opening, staff_mail")
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
