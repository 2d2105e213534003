package org.qibu.mail.staff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qibu.mail.MailKind;
import org.qibu.mail.StaffNote;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits for the daily mails. */
@Repository
public class DigestLines {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> VALUES = new TypeReference<>() {};

    private final JdbcClient db;
    private final Clock clock;

    public DigestLines(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A second line with the same key for the same person is dropped. */
    void add(List<StaffNote> lines) {
        if (lines.isEmpty()) {
            return;
        }
        db.sql("""
                insert into digest_line
                  (account_id, line_key, kind, matter_no, community_code, task_id, said, noted_at)
                select account_id, line_key, kind, matter_no, community_code, task_id, said::jsonb, :now::timestamptz
                from unnest(:accounts::text[], :keys::text[], :kinds::text[], :matters::text[], :communities::text[],
                  :tasks::text[], :said::text[])
                  line (account_id, line_key, kind, matter_no, community_code, task_id, said)
                on conflict (account_id, line_key) do nothing""")
                .param("accounts", texts(lines, StaffNote::accountId))
                .param("keys", texts(lines, line -> line.kind() + ":" + line.key()))
                .param("kinds", texts(lines, line -> line.kind().name()))
                .param("matters", texts(lines, StaffNote::matterNo))
                .param("communities", texts(lines, StaffNote::communityCode))
                .param("tasks", texts(lines, StaffNote::taskId))
                .param("said", texts(lines, DigestLines::said))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static String[] texts(List<StaffNote> lines, Function<StaffNote, String> text) {
        return lines.stream().map(text).toArray(String[]::new);
    }

    /**
     * What waits for these people, by account, each oldest first; those for whom nothing does are missing. The name of whoever
     * they act for stands among the values.
     */
    Map<String, List<StaffNote>> waiting(Collection<String> accountIds) {
        return db
                .sql("select * from digest_line where account_id = any(:accounts) and sent_on is null"
                        + " and kind = any(:known) order by noted_at, line_key")
                .param("accounts", accountIds.toArray(String[]::new))
                .param("known", MailKind.knownNames())
                .query(DigestLines::note)
                .list()
                .stream()
                .collect(Collectors.groupingBy(StaffNote::accountId));
    }

    /** From now on these do not wait any more; what was noted since they were read does. */
    void sent(Collection<StaffNote> read, LocalDate day) {
        if (read.isEmpty()) {
            return;
        }
        db.sql("""
                update digest_line d set sent_on = :day
                from unnest(:accounts::text[], :keys::text[]) as told (account_id, line_key)
                where d.account_id = told.account_id and d.line_key = told.line_key and d.sent_on is null""")
                .param("day", day)
                .param("accounts", read.stream().map(StaffNote::accountId).toArray(String[]::new))
                .param("keys", read.stream().map(StaffNote::key).toArray(String[]::new))
                .update();
    }

    private static StaffNote note(ResultSet row, int number) throws SQLException {
        return new StaffNote(
                row.getString("account_id"),
                MailKind.of(row.getString("kind")),
                row.getString("line_key"),
                row.getString("matter_no"),
                row.getString("community_code"),
                row.getString("task_id"),
                read(row.getString("said")));
    }

    private static String said(StaffNote note) {
        var said = new LinkedHashMap<String, Object>();
        note.values().forEach((name, value) -> said.put(name, plain(value)));
        return write(said);
    }

    private static Object plain(Object value) {
        return value instanceof Instant moment ? moment.toString() : value;
    }

    private static Map<String, Object> read(String said) {
        try {
            var values = JSON.readValue(said, VALUES);
            values.computeIfPresent("due", (name, moment) -> Instant.parse(moment.toString()));
            return values;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String write(Map<String, Object> said) {
        try {
            return JSON.writeValueAsString(said);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
