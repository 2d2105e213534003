package org.qibu.mail;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notes which account each mail to staff was meant for, under a token of its own that stands in its link. */
@Repository
class StaffPost {

    private static final SecureRandom CHANCE = new SecureRandom();

    private final JdbcClient db;
    private final Clock clock;

    StaffPost(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
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

    private static String token() {
        var bytes = new byte[12];
        CHANCE.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
