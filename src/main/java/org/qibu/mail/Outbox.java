package org.qibu.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of mails that wait; a row is lent to one dispatcher at a time and never locked while a mail server is asked. */
@Repository
class Outbox {

    private static final String LEASE = "interval '2 minutes'";
    private static final String FREE = "(claimed_until is null or claimed_until <= clock_timestamp())";
    private static final String RETURNED = ", last_error = :reason, claimed_until = null"
            + " where id = :id and claimed_by = :node and state = 'PENDING'";

    private final JdbcClient db;

    Outbox(JdbcClient db) {
        this.db = db;
    }

    /** A letter with its words. */
    record Ready(Letter letter, Written written) {}

    /**
     * Joins the caller's transaction; a letter that is there already stays as it was.
     *
     * @param byStranger whether somebody without an account caused them, who may have named any address
     */
    void add(List<Ready> mails, String host, Instant now, Instant expiresAt, boolean byStranger) {
        var ids = db.sql("select nextval('outbox_mail_id') from generate_series(1, :many)")
                .param("many", mails.size())
                .query(Long.class)
                .list();
        var messageIds = IntStream.range(0, mails.size())
                .mapToObj(i -> messageId(ids.get(i), mails.get(i).letter().kind(), host))
                .toArray(String[]::new);
        db.sql("""
                insert into outbox_mail (id, dedup_key, kind, matter_no, community_code, address, name, message_id,
                  subject, text, html, invite, attachments, state, created_at, due_at, expires_at, by_stranger)
                select id, dedup_key, kind, matter_no, community_code, address, name, message_id, subject, text, html,
                  invite, attachments::jsonb, 'PENDING', :now::timestamptz, :now::timestamptz, :expiresAt::timestamptz, by_stranger
                from unnest(:ids::bigint[], :keys::text[], :kinds::text[], :matters::text[], :communities::text[],
                  :addresses::text[], :names::text[], :messageIds::text[], :subjects::text[], :texts::text[],
                  :htmls::text[], :invites::text[], :attachments::text[], :strangers::boolean[])
                  mail (id, dedup_key, kind, matter_no, community_code, address, name, message_id, subject, text, html,
                    invite, attachments, by_stranger)
                on conflict (dedup_key, address) do nothing""")
                .param("ids", ids.toArray(Long[]::new))
                .param("keys", texts(mails, mail -> mail.letter().key()))
                .param("kinds", texts(mails, mail -> mail.letter().kind().name()))
                .param("matters", texts(mails, mail -> mail.letter().matterNo()))
                .param("communities", texts(mails, mail -> mail.letter().communityCode()))
                .param("addresses", texts(mails, mail -> mail.letter().to().address()))
                .param("names", texts(mails, mail -> mail.letter().to().name()))
                .param("messageIds", messageIds)
                .param("subjects", texts(mails, mail -> mail.written().subject()))
                .param("texts", texts(mails, mail -> mail.written().text()))
                .param("htmls", texts(mails, mail -> mail.written().html()))
                .param("invites", texts(mails, mail -> mail.written().invite().orElse(null)))
                .param(
                        "attachments",
                        texts(mails, mail -> AttachmentList.write(mail.written().attachments())))
                .param(
                        "strangers",
                        mails.stream()
                                .map(mail -> isOfStranger(byStranger, mail))
                                .toArray(Boolean[]::new))
                .param("now", Timestamp.from(now))
                .param("expiresAt", Timestamp.from(expiresAt))
                .update();
    }

    /** Staff read of their work however many strangers cause it. */
    private static boolean isOfStranger(boolean byStranger, Ready mail) {
        return byStranger && !mail.letter().kind().isForStaff();
    }

    private static String[] texts(List<Ready> mails, Function<Ready, String> text) {
        return mails.stream().map(text).toArray(String[]::new);
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    int expire(Instant now) {
        return db.sql("update outbox_mail set state = 'EXPIRED' where state = 'PENDING' and expires_at <= :now and "
                        + FREE)
                .param("now", Timestamp.from(now))
                .update();
    }

    /**
     * Lends the mail that has been due for longest to this node; the attempt counts even when the node dies over it. What a
     * newer node wrote is left to nodes that know it.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    Optional<OutboxMail> claim(Instant now, String node) {
        return db.sql("""
                update outbox_mail
                set claimed_until = clock_timestamp() + %s, claimed_by = :node, attempts = attempts + 1
                where id = (
                  select id from outbox_mail where state = 'PENDING' and due_at <= :now and kind = any(:known) and %s
                  order by due_at, id limit 1 for update skip locked)
                returning *""".formatted(LEASE, FREE))
                .param("now", Timestamp.from(now))
                .param("node", node)
                .param("known", MailKind.knownNames())
                .query(Outbox::mail)
                .optional();
    }

    /** Holds for whoever sent it, even when the lease ran out meanwhile: it did go out. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void sent(long id, Instant now) {
        db.sql("""
                update outbox_mail set state = 'SENT', sent_at = :now, claimed_until = null, last_error = null
                where id = :id and state <> 'SENT'""").param("now", Timestamp.from(now)).param("id", id).update();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void bounced(long id, String node, String reason) {
        db.sql("update outbox_mail set state = 'BOUNCED'" + RETURNED)
                .param("reason", reason)
                .param("id", id)
                .param("node", node)
                .update();
    }

    /** Keeps the mail in sight of staff, who may send it all the same. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void withheld(long id, String node, String reason) {
        db.sql("update outbox_mail set state = 'WITHHELD'" + RETURNED)
                .param("reason", reason)
                .param("id", id)
                .param("node", node)
                .update();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void later(long id, String node, String reason, Instant dueAt) {
        db.sql("update outbox_mail set due_at = :dueAt" + RETURNED)
                .param("dueAt", Timestamp.from(dueAt))
                .param("reason", reason)
                .param("id", id)
                .param("node", node)
                .update();
    }

    private static String messageId(long id, MailKind kind, String host) {
        return "<" + id + "." + kind.name().toLowerCase(Locale.ROOT) + "@" + host + ">";
    }

    private static OutboxMail mail(ResultSet row, int number) throws SQLException {
        return new OutboxMail(
                row.getLong("id"),
                MailKind.of(row.getString("kind")),
                Optional.ofNullable(row.getString("matter_no")),
                row.getString("address"),
                row.getString("name"),
                row.getString("message_id"),
                row.getString("subject"),
                row.getString("text"),
                row.getString("html"),
                Optional.ofNullable(row.getString("invite")),
                row.getString("attachments"),
                row.getInt("attempts"),
                row.getBoolean("by_stranger"));
    }
}
