package org.qibu.engine.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qibu.engine.form.FormDefinition;
import org.qibu.transaction.ReadOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Keeps drafts: one per place and person, gone once the form was sent. */
@Component
@NamedInterface("draft")
public class Drafts {

    /** How long somebody can still read what they had typed for a task that ended without them. */
    static final Duration AFTER_THE_END = Duration.ofDays(3);

    /** How long a form that nobody sent is kept for a matter that was never begun. */
    static final Duration NEVER_BEGUN = Duration.ofDays(30);

    private static final String START = "start:";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final JdbcClient database;
    private final Clock clock;

    Drafts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The place of the form a process starts with. */
    public static String startOf(String processKey) {
        return START + processKey;
    }

    /** What this person had typed here. */
    public Optional<Draft> of(String place, String userId) {
        return database.sql("select content, words, saved_at from task_draft where place = ? and user_id = ?")
                .params(place, userId)
                .query((row, number) -> new Draft(
                        read(row.getString("content")),
                        row.getString("words"),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** What is proposed for a form, with what this person had typed over it where it still is a field of the form. */
    public Map<String, Object> over(Map<String, Object> proposed, FormDefinition form, String place, String userId) {
        var values = new HashMap<>(proposed);
        if (userId != null) {
            var typed = of(place, userId).map(Draft::values).orElse(Map.of());
            form.keys().stream().filter(typed::containsKey).forEach(key -> values.put(key, typed.get(key)));
        }
        return values;
    }

    /** Keeps what this person typed so far; the last writing counts. */
    public Draft keep(String place, String userId, Map<String, Object> values, String words) {
        sweep();
        var now = clock.instant();
        database.sql("""
                        insert into task_draft (place, user_id, content, words, saved_at)
                        values (:place, :user, :content::jsonb, :words, :at)
                        on conflict (place, user_id) do update
                        set content = excluded.content, words = excluded.words, saved_at = excluded.saved_at""")
                .param("place", place)
                .param("user", userId)
                .param("content", write(values))
                .param("words", words)
                .param("at", moment(now))
                .update();
        return new Draft(values, words, now);
    }

    /** Forgets what this person typed here: it was sent, or they do not want it. */
    public void forget(String place, String userId) {
        database.sql("delete from task_draft where place = ? and user_id = ?")
                .params(place, userId)
                .update();
    }

    /** This person is completing the task; what they typed for it is forgotten when it ends, in the same transaction. */
    public void sent(String taskId, String userId) {
        ReadOnce.recordIfFirst(Drafts.class, List.of(taskId, userId));
    }

    /** The task is over; whoever typed for it without completing it can read it for a few days more. */
    public void ended(String taskId, String holder) {
        var sender = holder != null && ReadOnce.isRecorded(Drafts.class, List.of(taskId, holder)) ? holder : "";
        database.sql("""
                        with sent as (delete from task_draft where place = :place and user_id = :sender)
                        update task_draft set ended_at = :at where place = :place and user_id <> :sender and ended_at is null""")
                .param("at", moment(clock.instant()))
                .param("place", taskId)
                .param("sender", sender)
                .update();
    }

    private void sweep() {
        var now = clock.instant();
        database.sql("""
                        delete from task_draft
                        where ended_at < :ended or place like 'start:%' and saved_at < :begun""")
                .param("ended", moment(now.minus(AFTER_THE_END)))
                .param("begun", moment(now.minus(NEVER_BEGUN)))
                .update();
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String write(Map<String, Object> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> read(String text) {
        try {
            return JSON.readValue(text, VALUES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
