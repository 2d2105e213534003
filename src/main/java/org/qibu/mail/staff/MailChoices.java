package org.qibu.mail.staff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qibu.engine.identity.AccountSupplement;
import org.qibu.mail.staff.MailChoice.NewTasks;
import org.qibu.transaction.ReadOnce;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps how each member of staff wants to be written to. */
@Repository
public class MailChoices implements AccountSupplement {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient db;
    private final Clock clock;

    public MailChoices(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What this account chose, or what is usual. */
    public MailChoice of(String accountId) {
        return db.sql("select * from mail_choice where account_id = :account")
                .param("account", accountId)
                .query(MailChoices::choice)
                .optional()
                .orElse(MailChoice.USUAL);
    }

    /** What these accounts chose; those who never did are not among them. */
    Map<String, MailChoice> of(Collection<String> accountIds) {
        var choices = new HashMap<String, MailChoice>();
        var unread = new ArrayList<String>();
        for (var id : accountIds) {
            var known = ReadOnce.<Optional<MailChoice>>known(MailChoices.class, id);
            known.flatMap(Function.identity()).ifPresent(choice -> choices.put(id, choice));
            if (known.isEmpty()) {
                unread.add(id);
            }
        }
        if (!unread.isEmpty()) {
            db.sql("select * from mail_choice where account_id = any(:accounts)")
                    .param("accounts", unread.toArray(String[]::new))
                    .query((RowCallbackHandler) row -> choices.put(row.getString("account_id"), choice(row, 0)));
        }
        return choices;
    }

    @Override
    public String expression() {
        return "(select row_to_json(c)::text from mail_choice c where c.account_id = u.id_)";
    }

    @Override
    public void found(String accountId, @Nullable String text) {
        ReadOnce.get(
                MailChoices.class, accountId, () -> Optional.ofNullable(text).map(MailChoices::written));
    }

    /** From now on this account is written to in this way. */
    public void keep(String accountId, MailChoice choice) {
        db.sql("""
                insert into mail_choice (account_id, language, new_tasks, reminders, digest_hour, unclaimed, changed_at)
                values (:account, :language, :newTasks, :reminders, :hour, :unclaimed, :now)
                on conflict (account_id) do update set language = excluded.language, new_tasks = excluded.new_tasks,
                  reminders = excluded.reminders, digest_hour = excluded.digest_hour, unclaimed = excluded.unclaimed,
                  changed_at = excluded.changed_at""")
                .param("account", accountId)
                .param("language", choice.language().getLanguage())
                .param("newTasks", choice.newTasks().name())
                .param("reminders", choice.remindersInDigest() ? "DIGEST" : "AT_ONCE")
                .param("hour", choice.digestHour())
                .param("unclaimed", choice.unclaimed())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        ReadOnce.forget(MailChoices.class);
    }

    /** The hours at which anybody's daily mail may be due. */
    Set<Integer> hours() {
        var chosen = new TreeSet<>(db.sql("select distinct digest_hour from mail_choice")
                .query(Integer.class)
                .list());
        chosen.add(MailChoice.USUAL.digestHour());
        return chosen;
    }

    /** The accounts that wait for their daily mail at an hour of their own choice. */
    Map<String, Integer> hoursByAccount() {
        var hours = new HashMap<String, Integer>();
        db.sql("select account_id, digest_hour from mail_choice")
                .query((RowCallbackHandler) row -> hours.put(row.getString(1), row.getInt(2)));
        return hours;
    }

    private static MailChoice choice(ResultSet row, int number) throws SQLException {
        return choice(
                row.getString("language"),
                row.getString("new_tasks"),
                row.getString("reminders"),
                row.getInt("digest_hour"),
                row.getBoolean("unclaimed"));
    }

    private static MailChoice written(String text) {
        try {
            var row = JSON.readTree(text);
            return choice(
                    row.path("language").textValue(),
                    row.path("new_tasks").textValue(),
                    row.path("reminders").textValue(),
                    row.path("digest_hour").intValue(),
                    row.path("unclaimed").booleanValue());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MailChoice choice(
            String language, String newTasks, String reminders, int digestHour, boolean unclaimed) {
        return new MailChoice(
                Locale.forLanguageTag(language),
                NewTasks.valueOf(newTasks),
                "DIGEST".equals(reminders),
                digestHour,
                unclaimed);
    }
}
