package org.qibu.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whom no mail reached, so that somebody calls instead. */
@Repository
class PhoneCalls {

    private static final int MOST = 100;

    private final JdbcClient db;
    private final Clock clock;

    PhoneCalls(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Somebody to be called.
     *
     * @param reason REFUSED where the mail server knows no such address, NO_ADDRESS where none is known
     * @param subject of the mail that did not arrive; empty where it was never written
     */
    record Call(
            long id,
            MailKind kind,
            String matterNo,
            String name,
            String address,
            String subject,
            String reason,
            Instant notedAt) {}

    /** Notes that the mail server refused the address of a mail; a mail refused again has to be called about again. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void refused(long mailId) {
        db.sql("""
                insert into phone_call (mail_id, mail_key, kind, matter_no, community_code, name, address, subject, reason,
                  noted_at)
                select id, dedup_key, kind, matter_no, community_code, name, address, subject, 'REFUSED', :now
                from outbox_mail where id = :id
                on conflict (mail_id) do update set noted_at = excluded.noted_at, done_at = null, done_by = null,
                  remark = null""")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", mailId)
                .update();
    }

    /** Notes that somebody could not be written to at all; once per mail and person. */
    void withoutAddress(StaffNote note, String key, String account, String name) {
        db.sql("""
                insert into phone_call (mail_key, kind, matter_no, community_code, account_id, name, address, subject,
                  reason, noted_at)
                values (:key, :kind, :matterNo, :community, :account, :name, '', '', 'NO_ADDRESS', :now)
                on conflict do nothing""")
                .param("key", key)
                .param("kind", note.kind().name())
                .param("matterNo", note.matterNo())
                .param("community", note.communityCode())
                .param("account", account)
                .param("name", name)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Who waits for a call in these communities, oldest first; a mail that went through after all needs none. */
    List<Call> open(Set<String> communities) {
        return db.sql("""
                select c.id, c.kind, c.matter_no, c.name, c.address, c.subject, c.reason, c.noted_at
                from phone_call c left join outbox_mail m on m.id = c.mail_id
                where c.done_at is null and c.community_code = any (:communities)
                  and (m.id is null or m.state <> 'SENT')
                order by c.id limit :most""")
                .param("communities", communities.toArray(String[]::new))
                .param("most", MOST)
                .query(Call.class)
                .list();
    }

    /** Notes that somebody called and what came of it; false where nothing was left to call about. */
    boolean done(long id, Set<String> communities, String account, String remark) {
        return db.sql("""
                update phone_call set done_at = :now, done_by = :account, remark = :remark
                where id = :id and done_at is null and community_code = any (:communities)""")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("account", account)
                        .param("remark", PlainText.line(remark, 500))
                        .param("id", id)
                        .param("communities", communities.toArray(String[]::new))
                        .update()
                == 1;
    }
}
