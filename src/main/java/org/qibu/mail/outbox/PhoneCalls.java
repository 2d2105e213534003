package org.qibu.mail.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.qibu.mail.MailKind;
import org.qibu.mail.PlainText;
import org.qibu.mail.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whom no mail reached, so that somebody calls instead. */
@Repository
public class PhoneCalls {

    private static final int MOST = 100;

    /** Of no single community is what a colleague was told about nothing in particular, such as a daily mail. */
    private static final String VISIBLE =
            "(community_code = any (:communities) or community_code is null and account_id = any (:colleagues))";

    private final JdbcClient db;
    private final Clock clock;

    PhoneCalls(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Somebody to be called.
     *
     * @param accountId null for anybody who is not on the staff
     * @param reason REFUSED where the mail server knows no such address, NO_ADDRESS where none is known
     * @param subject of the mail that did not arrive; empty where it was never written
     */
    public record Call(
            long id,
            MailKind kind,
            String matterNo,
            String accountId,
            String name,
            String address,
            String subject,
            String reason,
            Instant notedAt) {}

    /** Notes that the mail server refused the address of a mail; a mail refused again has to be called about again. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void refused(long mailId) {
        db.sql("""
                insert into phone_call (mail_id, mail_key, kind, matter_no, community_code, account_id, name, address,
                  subject, reason, noted_at)
                select m.id, dedup_key, m.kind, m.matter_no, m.community_code, s.account_id, m.name, address, m.subject,
                  'REFUSED', :now
                from outbox_mail m left join staff_mail s using (dedup_key, address) where m.id = :id
                on conflict (mail_id) do update set noted_at = excluded.noted_at, done_at = null, done_by = null,
                  remark = null""")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", mailId)
                .update();
    }

    /** Notes that somebody could not be written to at all; once per mail and person. */
    public void withoutAddress(
            MailKind kind, String key, String matterNo, String communityCode, String account, String name) {
        db.sql("""
                insert into phone_call (mail_key, kind, matter_no, community_code, account_id, name, address, subject,
                  reason, noted_at)
                values (:key, :kind, :matterNo, :community, :account, :name, '', '', 'NO_ADDRESS', :now)
                on conflict do nothing""")
                .param("key", key)
                .param("kind", kind.name())
                .param("matterNo", matterNo)
                .param("community", communityCode)
                .param("account", account)
                .param("name", name)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Who waits for a call in these communities, oldest first; a mail that went through after all needs none. */
    public List<Call> open(Scope scope) {
        return db.sql("""
                select id, kind, matter_no, account_id, name, address, subject, reason, noted_at
                from phone_call c
                where done_at is null
                  and not exists (select 1 from outbox_mail m where m.id = c.mail_id and m.state = 'SENT')
                  and\s""" + VISIBLE + " order by id limit :most")
                .param("communities", scope.communityCodes())
                .param("colleagues", scope.accounts())
                .param("most", MOST)
                .query(Call.class)
                .list();
    }

    /** Notes that somebody called and what came of it; false where nothing was left to call about. */
    public boolean done(long id, Scope scope, String account, String remark) {
        return db.sql("""
                update phone_call set done_at = :now, done_by = :account, remark = :remark
                where id = :id and done_at is null and\s""" + VISIBLE)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("account", account)
                        .param("remark", PlainText.line(remark, 500))
                        .param("id", id)
                        .param("communities", scope.communityCodes())
                        .param("colleagues", scope.accounts())
                        .update()
                == 1;
    }
}
