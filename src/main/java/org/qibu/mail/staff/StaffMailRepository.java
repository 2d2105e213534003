package org.qibu.mail.staff;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.qibu.mail.MailKind;
import org.qibu.mail.StaffNote;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notes which account each mail to staff was meant for, under a token of its own that stands in its link. */
@Repository
public class StaffMailRepository {

    private static final SecureRandom CHANCE = new SecureRandom();

    private final JdbcClient db;
    private final Clock clock;

    public StaffMailRepository(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A mail that was not written before, with the token of its own. */
    record Registered(StaffMail mail, String token) {}

    /** Those of these mails that were not written before. */
    List<Registered> registerAll(List<StaffMail> mails) {
        var byToken = new LinkedHashMap<String, StaffMail>();
        mails.forEach(mail -> byToken.put(token(), mail));
        var fresh = Set.copyOf(insert(byToken));
        var registered = byToken.entrySet().stream()
                .filter(entry -> fresh.contains(entry.getKey()))
                .map(entry -> new Registered(entry.getValue(), entry.getKey()))
                .toList();
        keepLines(registered);
        return registered;
    }

    /** The token of a mail that was not written before; empty where it was. */
    Optional<String> register(
            MailKind kind,
            String key,
            String address,
            String account,
            String standsInFor,
            String matterNo,
            String task) {
        return db.sql("""
                        insert into staff_mail
                          (token, dedup_key, address, account_id, stands_in_for, kind, matter_no, task_id, written_at)
                        values (:token, :key, :address, :account, :standsInFor, :kind, :matterNo, :task, :now)
                        on conflict (dedup_key, address) do nothing returning token""")
                .param("token", token())
                .param("key", key)
                .param("address", address)
                .param("account", account)
                .param("standsInFor", standsInFor)
                .param("kind", kind.name())
                .param("matterNo", matterNo)
                .param("task", task)
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .optional();
    }

    private List<String> insert(Map<String, StaffMail> byToken) {
        var mails = byToken.values();
        return db.sql("""
                        insert into staff_mail
                          (token, dedup_key, address, account_id, stands_in_for, kind, matter_no, task_id, written_at)
                        select mail.*, :now::timestamptz
                        from unnest(:tokens::text[], :keys::text[], :addresses::text[], :accounts::text[], :absent::text[],
                          :kinds::text[], :matters::text[], :tasks::text[]) mail
                        on conflict (dedup_key, address) do nothing returning token""")
                .param("now", Timestamp.from(clock.instant()))
                .param("tokens", byToken.keySet().toArray(String[]::new))
                .param("keys", texts(mails, StaffMail::key))
                .param("addresses", texts(mails, StaffMail::address))
                .param("accounts", texts(mails, mail -> mail.reader().id()))
                .param("absent", texts(mails, StaffMail::standsInFor))
                .param("kinds", texts(mails, mail -> mail.kind().name()))
                .param("matters", texts(mails, StaffMail::matterNo))
                .param("tasks", texts(mails, StaffMail::taskId))
                .query(String.class)
                .list();
    }

    /** Which rungs a list tells of, so that it is found where one of them is looked for. */
    private void keepLines(List<Registered> mails) {
        var lines = mails.stream()
                .filter(registered -> registered.mail().isList())
                .flatMap(registered -> registered.mail().notes().stream()
                        .map(addressedNote -> new Line(registered.token(), addressedNote.note())))
                .toList();
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

    private record Line(String token, StaffNote note) {}

    private static <T> String[] texts(Collection<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static String token() {
        var bytes = new byte[12];
        CHANCE.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
