package org.qibu.mail.staff;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qibu.mail.MailKind;
import org.qibu.mail.SentMail;
import org.qibu.mail.staff.RungDues.Rung;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands around mails to staff: until when the task was due, when the rung was, who followed the link and when. */
@Repository
public class StaffMailTrail {

    private final JdbcClient db;
    private final RungDues rungs;
    private final StaffDirectory directory;

    StaffMailTrail(JdbcClient db, RungDues rungs, StaffDirectory directory) {
        this.db = db;
        this.rungs = rungs;
        this.directory = directory;
    }

    /** Somebody followed the link of a mail. */
    record Opened(String name, Instant at) {}

    /**
     * The trail of one mail.
     *
     * @param rung null where the mail is about no rung of the ladder
     */
    record Trail(Rung rung, List<Opened> openings) {}

    /** The trails of those of these mails that went to staff, by the mail's id. */
    public Map<Long, Trail> of(List<SentMail> mails) {
        var trails = new HashMap<Long, Trail>();
        mails.stream()
                .filter(mail -> mail.kind().isForStaff())
                .forEach(mail -> trails.put(mail.id(), new Trail(rung(mail).orElse(null), openings(mail))));
        return trails;
    }

    private Optional<Rung> rung(SentMail mail) {
        if (!mail.kind().isOfLadder()) {
            return Optional.empty();
        }
        return db.sql("""
                        select s.task_id, dedup_key from staff_mail s join outbox_mail m using (dedup_key, address)
                        where m.id = ? and s.task_id is not null""")
                .param(mail.id())
                .query(About.class)
                .optional()
                .flatMap(
                        about -> rungs.of(about.taskId(), mail.kind().level(), noteKey(about.dedupKey(), mail.kind())));
    }

    private record About(String taskId, String dedupKey) {}

    private static String noteKey(String dedupKey, MailKind kind) {
        var start = StaffMail.keyOf(kind, "");
        return dedupKey.startsWith(start) ? dedupKey.substring(start.length()) : dedupKey;
    }

    private List<Opened> openings(SentMail mail) {
        return db.sql("""
                        select p.account_id, p.opened_at
                        from outbox_mail m join staff_mail s using (dedup_key, address)
                          join mail_opening p on p.token = s.token
                        where m.id = ? order by p.opened_at""")
                .param(mail.id())
                .query((row, number) -> new Opened(
                        directory.nameOf(row.getString("account_id")),
                        row.getTimestamp("opened_at").toInstant()))
                .list();
    }
}
