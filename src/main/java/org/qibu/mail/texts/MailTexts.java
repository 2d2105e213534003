package org.qibu.mail.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.qibu.mail.MailKind;
import org.qibu.transaction.ReadOnce;
import org.qibu.transaction.ReadTogether;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The words of our mails as an administrator left them: the ones we ship until somebody wrote others. */
@Repository
public class MailTexts implements Wording {

    private final JdbcClient db;
    private final MailTemplates templates;
    private final Clock clock;
    /** What was written last of each kind and language somebody ever wrote; few, so they are read together. */
    private final Supplier<Map<String, Version>> newest;

    MailTexts(JdbcClient db, MailTemplates templates, Clock clock, ReadTogether reads) {
        this.db = db;
        this.newest = reads.all(
                MailTexts.class,
                "select distinct on (kind, language) * from mail_text order by kind, language, version desc",
                MailTexts::newest);
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * Words somebody wrote.
     *
     * @param text empty where somebody returned to the words we ship
     */
    public record Version(int version, Optional<MailText> text, Instant changedAt, String changedBy) {}

    @Override
    public MailText of(MailKind kind, Locale language) {
        return Optional.ofNullable(newest.get().get(key(kind.template(), language.getLanguage())))
                .flatMap(Version::text)
                .orElseGet(() -> templates.shipped(kind, language));
    }

    private static Map<String, Version> newest(JsonNode rows) {
        var newest = new HashMap<String, Version>();
        rows.forEach(row -> newest.put(
                key(row.path("kind").textValue(), row.path("language").textValue()),
                version(
                        row.path("version").intValue(),
                        row.path("subject").textValue(),
                        row.path("body").textValue(),
                        OffsetDateTime.parse(row.path("changed_at").textValue()).toInstant(),
                        row.path("changed_by").textValue())));
        return Map.copyOf(newest);
    }

    private static String key(String template, String language) {
        return template + " " + language;
    }

    /** All versions, the newest first; none where nobody ever wrote one. */
    public List<Version> versions(MailKind kind, Locale language) {
        return db.sql("select * from mail_text where kind = :kind and language = :language order by version desc")
                .param("kind", kind.template())
                .param("language", language.getLanguage())
                .query(MailTexts::version)
                .list();
    }

    /** From now on mails of this kind are written so; without words, as we ship them. */
    @Transactional
    public void keep(MailKind kind, Locale language, Optional<MailText> text, String account) {
        db.sql("""
                insert into mail_text (kind, language, version, subject, body, changed_at, changed_by)
                select :kind, :language, coalesce(max(version), 0) + 1, :subject, :body, :now, :account
                from mail_text where kind = :kind and language = :language""")
                .param("kind", kind.template())
                .param("language", language.getLanguage())
                .param("subject", text.map(MailText::subject).orElse(null), java.sql.Types.VARCHAR)
                .param("body", text.map(MailText::body).orElse(null), java.sql.Types.VARCHAR)
                .param("now", Timestamp.from(clock.instant()))
                .param("account", account)
                .update();
        ReadOnce.forget(MailTexts.class);
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return version(
                row.getInt("version"),
                row.getString("subject"),
                row.getString("body"),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"));
    }

    private static Version version(int version, String subject, String body, Instant changedAt, String changedBy) {
        return new Version(
                version,
                subject == null ? Optional.empty() : Optional.of(new MailText(subject, body)),
                changedAt,
                changedBy);
    }
}
