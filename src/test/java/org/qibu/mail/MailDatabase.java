package org.qibu.mail;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** One real PostgreSQL with the tables of this room for all its tests. */
public final class MailDatabase {

    private static EmbeddedPostgres server;

    private MailDatabase() {}

    public static synchronized EmbeddedPostgres server() {
        if (server == null) {
            server = start();
            var scripts = new ResourceDatabasePopulator(
                    new ClassPathResource("db/migration/V30__mail_outbox.sql"),
                    new ClassPathResource("db/migration/V31__inbox.sql"),
                    attachments(),
                    new ClassPathResource("db/migration/V85__staff_mail.sql"),
                    part("db/migration/V87__stand_ins_and_mail_texts.sql", "alter table form_record"),
                    new ClassPathResource("db/migration/V89__lists_of_late_work.sql"),
                    new ClassPathResource("db/migration/V102__limits.sql"),
                    new ClassPathResource("db/migration/V195__one_key_against_doubles.sql"));
            scripts.execute(server.getPostgresDatabase());
        }
        return server;
    }

    /** Of the migration that brought attachments only what the mail room needs. */
    private static Resource attachments() {
        return new ByteArrayResource("alter table outbox_mail add column attachments jsonb not null default '[]'"
                .getBytes(StandardCharsets.UTF_8));
    }

    /** A migration without its statements about tables of other rooms. */
    private static Resource part(String path, String without) {
        try {
            var script = new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
            var own = Pattern.compile("(?m)^" + without + "[^;]*;")
                    .matcher(script)
                    .replaceAll("");
            return new ByteArrayResource(own.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
