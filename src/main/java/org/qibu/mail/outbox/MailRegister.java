package org.qibu.mail.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.qibu.mail.MailKind;
import org.qibu.mail.MailSettings;
import org.qibu.mail.Scope;
import org.qibu.mail.SentMail;
import org.qibu.text.ComparisonKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outbox as staff see it: what went out, what waits, what failed, and once more for what failed. */
@Repository
public class MailRegister {

    static final int PAGE_SIZE = 50;

    private static final String COLUMNS =
            "id, kind, matter_no, address, name, subject, state, created_at, sent_at, attempts, last_error";

    /** What a daily mail says is of no single community: whoever shares one with its reader may see that it went. */
    private static final String VISIBLE = """
            (community_code = any (:communities) or community_code is null and exists (
              select 1 from staff_mail s where s.dedup_key = outbox_mail.dedup_key and s.address = outbox_mail.address
                and s.account_id = any (:colleagues)))
            """;

    /** Whether the mail lists late work of this matter among other. */
    private static final String LISTED = """
            kind = 'LATE_LIST' and exists (select 1 from staff_mail s join staff_mail_line l using (token)
              where s.dedup_key = outbox_mail.dedup_key and s.address = outbox_mail.address and l.matter_no = %s)""";

    private final JdbcClient db;
    private final MailSettings settings;
    private final Clock clock;

    MailRegister(JdbcClient db, MailSettings settings, Clock clock) {
        this.db = db;
        this.settings = settings;
        this.clock = clock;
    }

    /** What to look for; empty texts look for everything. */
    public record Search(String state, String kind, String matter) {

        public Search {
            state = state == null ? "" : state.strip();
            kind = kind == null ? "" : kind.strip();
            matter = matter == null ? "" : matter.strip();
        }
    }

    /** One page of mails, newest first, and whether there is another behind it. */
    public record Sheet(List<SentMail> mails, int page, boolean more) {}

    List<SentMail> of(String matterNo) {
        return db.sql("select " + COLUMNS + " from outbox_mail where matter_no = :matterNo or "
                        + LISTED.formatted(":matterNo") + " order by id")
                .param("matterNo", matterNo)
                .query(MailRegister::mail)
                .list();
    }

    public Sheet find(Scope scope, Search search, int page) {
        var found = db.sql("select " + COLUMNS + " from outbox_mail where " + VISIBLE + """
                  and (:state = '' or state = :state) and (:kind = '' or kind = :kind)
                  and (:matter = '' or upper(matter_no) = :matter or
                """
                        + LISTED.formatted(":matter")
                        + ") order by id desc limit :limit offset :offset")
                .param("communities", scope.communityCodes())
                .param("colleagues", scope.accounts())
                .param("state", search.state())
                .param("kind", search.kind())
                .param("matter", ComparisonKey.of(search.matter()).value().toUpperCase(Locale.ROOT))
                .param("limit", PAGE_SIZE + 1)
                .param("offset", (long) page * PAGE_SIZE)
                .query(MailRegister::mail)
                .list();
        var more = found.size() > PAGE_SIZE;
        return new Sheet(more ? found.subList(0, PAGE_SIZE) : found, page, more);
    }

    /** Puts a mail that was given up back into the outbox, with its old Message-ID; false when there is no such mail. */
    public boolean resend(long id, Scope scope) {
        var now = clock.instant();
        return db.sql("""
                update outbox_mail
                set state = 'PENDING', attempts = 0, by_stranger = false, due_at = :now, expires_at = :expiresAt, claimed_until = null
                where id = :id and state in ('EXPIRED', 'BOUNCED', 'WITHHELD') and\s""" + VISIBLE)
                        .param("now", Timestamp.from(now))
                        .param("expiresAt", Timestamp.from(now.plus(settings.expiry())))
                        .param("id", id)
                        .param("communities", scope.communityCodes())
                        .param("colleagues", scope.accounts())
                        .update()
                == 1;
    }

    private static SentMail mail(ResultSet row, int number) throws SQLException {
        return new SentMail(
                row.getLong("id"),
                MailKind.of(row.getString("kind")),
                row.getString("matter_no"),
                row.getString("address"),
                row.getString("name"),
                row.getString("subject"),
                row.getString("state"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("sent_at")),
                row.getInt("attempts"),
                row.getString("last_error"));
    }

    private static Instant instant(Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
