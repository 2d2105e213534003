package org.qibu.mail.staff;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.qibu.mail.MailKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Notes who followed the link of a mail to staff. */
@Repository
public class MailLinkClicks {

    private final JdbcClient db;
    private final Clock clock;

    public MailLinkClicks(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * What a mail is about.
     *
     * @param kind which mail it was
     * @param taskId null where it is about no single task
     * @param matterNo null where it is about no single matter
     */
    public record About(MailKind kind, String taskId, String matterNo) {}

    /** Notes the first time this account follows the link with this token; says what the mail is about. */
    @Transactional
    public Optional<About> follow(String token, String accountId) {
        var about = db.sql("select kind, task_id, matter_no from staff_mail where token = :token")
                .param("token", token)
                .query(About.class)
                .optional();
        about.ifPresent(known -> db.sql("""
                        insert into mail_opening (token, account_id, opened_at) values (:token, :account, :now)
                        on conflict do nothing""")
                .param("token", token)
                .param("account", accountId)
                .param("now", Timestamp.from(clock.instant()))
                .update());
        return about;
    }
}
