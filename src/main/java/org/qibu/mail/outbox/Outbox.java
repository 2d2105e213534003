package org.qibu.mail.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.qibu.mail.MailKind;
import org.qibu.mail.StaffNote;
import org.qibu.mail.StaffReader;
import org.qibu.mail.texts.RenderedMail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of mails that wait; a row is lent to one dispatcher at a time and never locked while a mail server is asked. */
@Repository
class Outbox {

    private static final String LEASE = "interval '2 minutes'";
    private static final String FREE = "(claimed_until is null or claimed_until <= clock_timestamp())";
    private static final String NOTE = """
            update outbox_mail m
            set state = 'SENT', sent_at = went.at, claimed_until = null, last_error = null, html = ''
            from unnest(:ids::bigint[], :moments::timestamptz[]) went (id, at)
            where m.id = went.id and m.state <> 'SENT'""";
    private static final String RETURNED = ", last_error = :reason, claimed_until = null"
            + " where id = :id and claimed_by = :node and state = 'PENDING'";

    private final JdbcClient db;

    Outbox(JdbcClient db) {
        this.db = db;
    }

    /**
     * Joins the caller's transaction; a letter that is there already stays as it was, and nobody is noted as its reader a
     * second time: this key decides for both.
     *
     * @param byStranger whether somebody without an account caused them, who may have named any address
     */
    void add(List<RenderedMail> mails, String host, Instant now, Instant expiresAt, boolean byStranger) {
        var added = db.sql("""
                with mail as materialized (
                  select nextval('outbox_mail_id') as id, given.*
                  from unnest(:keys::text[], :kinds::text[], :matters::text[], :communities::text[], :addresses::text[],
                    :names::text[], :messageIds::text[], :subjects::text[], :texts::text[], :htmls::text[],
                    :invites::text[], :attachments::text[], :strangers::boolean[], :tokens::text[], :accounts::text[],
                    :absent::text[], :tasks::text[])
                    given (dedup_key, kind, matter_no, community_code, address, name, message_id, subject, text, html,
                      invite, attachments, by_stranger, token, account_id, stands_in_for, task_id)),
                added as (
                  insert into outbox_mail (id, dedup_key, kind, matter_no, community_code, address, name, message_id,
                    subject, text, html, invite, attachments, state, created_at, due_at, expires_at, by_stranger)
                  select id, dedup_key, kind, matter_no, community_code, address, name, '<' || id || message_id, subject,
                    text, html, invite, attachments::jsonb, 'PENDING', :now::timestamptz, :now::timestamptz,
                    :expiresAt::timestamptz, by_stranger
                  from mail
                  on conflict (dedup_key, address) do nothing
                  returning id)
                insert into staff_mail
                  (token, dedup_key, address, account_id, stands_in_for, kind, matter_no, task_id, written_at)
                select token, dedup_key, address, account_id, stands_in_for, kind, matter_no, task_id, :now::timestamptz
                from mail join added using (id)
                where token is not null
                returning token""")
                .param("keys", texts(mails, mail -> mail.letter().key()))
                .param("kinds", texts(mails, mail -> mail.letter().kind().name()))
                .param("matters", texts(mails, mail -> mail.letter().matterNo()))
                .param("communities", texts(mails, mail -> mail.letter().communityCode()))
                .param("addresses", texts(mails, mail -> mail.letter().to().address()))
                .param("names", texts(mails, mail -> mail.letter().to().name()))
                .param(
                        "messageIds",
                        texts(mails, mail -> afterNumber(mail.letter().kind(), host)))
                .param("subjects", texts(mails, RenderedMail::subject))
                .param("texts", texts(mails, RenderedMail::text))
                .param("htmls", texts(mails, RenderedMail::html))
                .param("invites", texts(mails, mail -> mail.invite().orElse(null)))
                .param(
                        "attachments",
                        texts(mails, mail -> AttachmentList.write(mail.letter().attachments())))
                .param(
                        "strangers",
                        mails.stream()
                                .map(mail -> isOfStranger(byStranger, mail))
                                .toArray(Boolean[]::new))
                .param("tokens", ofReaders(mails, StaffReader::token))
                .param("accounts", ofReaders(mails, StaffReader::accountId))
                .param("absent", ofReaders(mails, StaffReader::standsInFor))
                .param("tasks", ofReaders(mails, StaffReader::taskId))
                .param("now", Timestamp.from(now))
                .param("expiresAt", Timestamp.from(expiresAt))
                .query(String.class)
                .set();
        addLines(mails.stream()
                .flatMap(mail -> mail.letter().reader().stream())
                .filter(reader -> added.contains(reader.token()))
                .flatMap(reader -> reader.lines().stream().map(note -> new Line(reader.token(), note)))
                .toList());
    }

    /** Which rungs a list tells of, so that it is found where one of them is looked for. */
    private record Line(String token, StaffNote note) {}

    private void addLines(List<Line> lines) {
        if (!lines.isEmpty()) {
            db.sql("""
                            insert into staff_mail_line (token, task_id, kind, matter_no)
                            select * from unnest(:tokens::text[], :tasks::text[], :kinds::text[], :matters::text[])
                            on conflict do nothing""")
                    .param("tokens", texts(lines, Line::token))
                    .param("tasks", texts(lines, line -> line.note().taskId()))
                    .param("kinds", texts(lines, line -> line.note().kind().name()))
                    .param("matters", texts(lines, line -> line.note().matterNo()))
                    .update();
        }
    }

    private static String[] ofReaders(List<RenderedMail> mails, Function<StaffReader, String> text) {
        return texts(mails, mail -> mail.letter().reader().map(text).orElse(null));
    }

    /** Staff read of their work however many strangers cause it. */
    private static boolean isOfStranger(boolean byStranger, RenderedMail mail) {
        return byStranger && !mail.letter().kind().isForStaff();
    }

    private static <T> String[] texts(List<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    /**
     * What one look at the table brought.
     *
     * @param lent mails for this node, those due for longest first
     * @param expired how many were given up because their time is over
     */
    record Claimed(List<OutboxMail> lent, int expired) {}

    /**
     * Gives up what could not be sent in time and lends the mails that have been due for longest to this node, in one
     * statement that is its own transaction; the attempt counts even when the node dies over it. What a newer node wrote is
     * left to nodes that know it.
     *
     * @param most how many at once; all of them have to be done before the lease is over
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    Claimed claim(Instant now, String node, int most) {
        return claim(now, node, most, Map.of());
    }

    /**
     * The same by a node that notes meanwhile what it sent; none of that is lent again, even when its lease ran out.
     *
     * @param sent see {@link #sent}
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    Claimed claim(Instant now, String node, int most, Map<Long, Instant> sent) {
        var expired = new int[1];
        var lent = db.sql("""
                with noted as (%3$s),
                expired as (
                  update outbox_mail set state = 'EXPIRED'
                  where state = 'PENDING' and expires_at <= :now and %2$s and id <> all(:ids::bigint[])
                  returning id),
                free as (
                  select id from outbox_mail
                  where state = 'PENDING' and due_at <= :now and expires_at > :now and kind = any(:known) and %2$s
                    and id <> all(:ids::bigint[])
                  order by due_at, id limit :most for update skip locked),
                lent as (
                  update outbox_mail
                  set claimed_until = clock_timestamp() + %1$s, claimed_by = :node, attempts = attempts + 1
                  where id in (select id from free)
                  returning *)
                select lent.*, (select count(*) from expired) as expired
                from (select) one left join lent on true order by due_at, id""".formatted(LEASE, FREE, NOTE))
                .param("ids", sent.keySet().toArray(Long[]::new))
                .param("moments", moments(sent))
                .param("now", Timestamp.from(now))
                .param("node", node)
                .param("known", MailKind.knownNames())
                .param("most", most)
                .query((row, number) -> {
                    expired[0] = row.getInt("expired");
                    return row.getObject("id") == null ? Optional.<OutboxMail>empty() : Optional.of(mail(row, number));
                })
                .list();
        return new Claimed(lent.stream().flatMap(Optional::stream).toList(), expired[0]);
    }

    /** Takes back what was lent and not tried, as if it had not been lent. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void notTried(List<Long> ids, String node) {
        db.sql("""
                update outbox_mail set claimed_until = null, attempts = attempts - 1
                where id = any(:ids) and claimed_by = :node and state = 'PENDING'""").param("ids", ids.toArray(Long[]::new)).param("node", node).update();
    }

    /**
     * Holds for whoever sent them, even when the lease ran out meanwhile: they did go out. Of the words, which were kept as
     * text and as HTML for sending, the text remains.
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void sent(Map<Long, Instant> sent) {
        db.sql(NOTE)
                .param("ids", sent.keySet().toArray(Long[]::new))
                .param("moments", moments(sent))
                .update();
    }

    private static Timestamp[] moments(Map<Long, Instant> sent) {
        return sent.values().stream().map(Timestamp::from).toArray(Timestamp[]::new);
    }

    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void bounced(long id, String node, String reason) {
        db.sql("update outbox_mail set state = 'BOUNCED'" + RETURNED)
                .param("reason", reason)
                .param("id", id)
                .param("node", node)
                .update();
    }

    /** Keeps the mail in sight of staff, who may send it all the same. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void withheld(long id, String node, String reason) {
        db.sql("update outbox_mail set state = 'WITHHELD'" + RETURNED)
                .param("reason", reason)
                .param("id", id)
                .param("node", node)
                .update();
    }

    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void later(long id, String node, String reason, Instant dueAt) {
        db.sql("update outbox_mail set due_at = :dueAt" + RETURNED)
                .param("dueAt", Timestamp.from(dueAt))
                .param("reason", reason)
                .param("id", id)
                .param("node", node)
                .update();
    }

    /** What follows the mail's number in its Message-ID. */
    private static String afterNumber(MailKind kind, String host) {
        return "." + kind.name().toLowerCase(Locale.ROOT) + "@" + host + ">";
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
