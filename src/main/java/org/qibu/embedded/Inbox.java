package org.qibu.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mails the embedded SMTP inbox has received. */
@Repository
@ConditionalOnEmbeddedInbox
class Inbox {

    private final JdbcClient db;
    private final ObjectMapper json = new ObjectMapper();

    Inbox(JdbcClient db) {
        this.db = db;
    }

    /** What to look for; an empty text looks for everything, in {@code to} a percent sign stands for anything. */
    record Search(String to, String matterNo, String kind) {

        static String literally(String to) {
            return to.replaceAll("([\\\\%_])", "\\\\$1");
        }
    }

    void keep(String from, String recipient, ReceivedMessage message, Instant now) {
        db.sql("""
                insert into inbox_mail (recipient, sender, subject, headers, text, html, attachments, raw, received_at)
                values (:to, :from, :subject, :headers::jsonb, :text, :html, :attachments::jsonb, :raw, :now)""")
                .param("to", recipient)
                .param("from", from == null ? "" : from)
                .param("subject", message.subject())
                .param("headers", write(message.headers()))
                .param("text", message.text())
                .param("html", message.html())
                .param("attachments", write(message.attachments()))
                .param("raw", message.raw())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Newest first. */
    List<InboxMail> find(Search search, int limit) {
        return db.sql("""
                select * from inbox_mail
                where (:to = '' or lower(recipient) like lower(:to))
                  and (:matterNo = '' or headers ->> 'X-Qibu-Matter' = :matterNo)
                  and (:kind = '' or headers ->> 'X-Qibu-Mail' = :kind)
                order by id desc limit :limit""")
                .param("to", search.to())
                .param("matterNo", search.matterNo())
                .param("kind", search.kind())
                .param("limit", limit)
                .query(this::mail)
                .list();
    }

    Optional<InboxMail> find(long id) {
        return db.sql("select * from inbox_mail where id = :id")
                .param("id", id)
                .query(this::mail)
                .optional();
    }

    Optional<byte[]> raw(long id) {
        return db.sql("select raw from inbox_mail where id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    private InboxMail mail(ResultSet row, int number) throws SQLException {
        var headers = read(row.getString("headers"), new TypeReference<Map<String, String>>() {});
        return new InboxMail(
                row.getLong("id"),
                row.getString("recipient"),
                row.getString("sender"),
                row.getString("subject"),
                headers.get("X-Qibu-Mail"),
                headers.get("X-Qibu-Matter"),
                row.getString("text"),
                row.getString("html"),
                row.getTimestamp("received_at").toInstant(),
                headers,
                read(row.getString("attachments"), new TypeReference<List<InboxMail.Enclosure>>() {}));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private <T> T read(String value, TypeReference<T> type) {
        try {
            return json.readValue(value, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
