package org.qibu.matter.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormLabel;
import org.qibu.engine.FormValues;
import org.qibu.engine.RowList;
import org.qibu.engine.spi.FormLedger;
import org.qibu.matter.Matter;
import org.qibu.matter.Matters;
import org.qibu.matter.PeopleConcerned;
import org.qibu.matter.Step;
import org.qibu.matter.Timeline;
import org.qibu.transaction.ReadOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every form as it was submitted, and the rows entered for forms to come. */
@Repository
public class Records implements FormLedger {

    private static final TypeReference<LinkedHashMap<String, Object>> VALUES = new TypeReference<>() {};
    private static final TypeReference<List<Map<String, Object>>> ROWS = new TypeReference<>() {};

    private final JdbcClient database;
    private final ObjectMapper json;
    private final Matters matters;
    private final Brief brief;
    private final RowWords rowWords;
    private final LabelBook labelBook;
    private final Timeline timeline;
    private final Clock clock;

    Records(
            JdbcClient database,
            ObjectMapper json,
            Matters matters,
            Brief brief,
            RowWords rowWords,
            LabelBook labelBook,
            Timeline timeline,
            Clock clock) {
        this.database = database;
        this.json = json;
        this.matters = matters;
        this.brief = brief;
        this.rowWords = rowWords;
        this.labelBook = labelBook;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * One submitted form.
     *
     * @param actor who did it
     * @param onBehalfOf the colleague they stood in for; null where it was their own task
     * @param labels what its fields were called then, in the order of the form; empty where that was not kept
     */
    public record Record(
            long id,
            String form,
            String taskKey,
            Step step,
            int cycle,
            int round,
            Instant at,
            String actor,
            String onBehalfOf,
            FormValues values,
            List<FormLabel> labels) {}

    @Override
    public void record(FormCase form, Map<String, Object> values, List<FormLabel> labels) {
        var matter = matters.get(form.matterNo());
        insert(matter, form.formId(), form.taskKey(), form.taskId(), form.userId(), values, labelBook.keep(labels));
        timeline.done(matter, form);
    }

    /** Keeps a form that was not submitted through a task, such as the one that opened the matter. */
    public void record(
            Matter matter, String form, String taskKey, String taskId, String actor, Map<String, Object> values) {
        insert(matter, form, taskKey, taskId, actor, values, null);
    }

    /** With the colleague the doer stood in for, where it was the task of one. */
    private void insert(
            Matter matter,
            String form,
            String taskKey,
            String taskId,
            String actor,
            Map<String, Object> values,
            String labels) {
        database.sql("""
                        insert into form_record (matter_no, form, task_key, task_id, step, cycle, round, at, actor, content,
                          labels, on_behalf_of)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?,
                          (select for_account from stand_in where task_id = ? and account_id = ?))""")
                .params(
                        matter.matterNo(),
                        form,
                        taskKey,
                        taskId,
                        matter.step().name(),
                        matter.cycle(),
                        matter.round(),
                        Timestamp.from(clock.instant()),
                        actor,
                        write(values))
                .params(labels, taskId, actor)
                .update();
        forgetWhatWasRead();
    }

    @Override
    public void label(String matterNo, String form, List<FormLabel> labels) {
        var kept = labelBook.keep(labels);
        database.sql("""
                        update form_record set labels = :labels
                        where id = (select max(id) from form_record where matter_no = :no and form = :form)""")
                .param("labels", kept)
                .param("no", matterNo)
                .param("form", form)
                .update();
        forgetWhatWasRead();
    }

    private static void forgetWhatWasRead() {
        ReadOnce.forget(Records.class);
        ReadOnce.forget(PeopleConcerned.class);
    }

    /** All submitted forms of a matter that count, oldest first; what was taken back does not. */
    public List<Record> of(String matterNo) {
        return kept(matterNo).stream()
                .filter(each -> each.at() == null)
                .map(Withdrawn::record)
                .toList();
    }

    /** All forms of a matter, oldest first; where nobody took one back, when, by whom and why is null. */
    private List<Withdrawn> kept(String matterNo) {
        return ReadOnce.get(
                Records.class,
                matterNo,
                () -> List.copyOf(database.sql("select * from form_record where matter_no = ? order by id")
                        .param(matterNo)
                        .query((row, number) -> withdrawn(row))
                        .list()));
    }

    private Withdrawn withdrawn(ResultSet row) throws SQLException {
        return new Withdrawn(
                read(row),
                Optional.ofNullable(row.getTimestamp("corrected_at"))
                        .map(Timestamp::toInstant)
                        .orElse(null),
                row.getString("corrected_by"),
                row.getString("corrected_reason"),
                row.getString("redo_task_id"));
    }

    /**
     * A form its doer took back, with when and why.
     *
     * @param redo the task that asks for it anew
     */
    public record Withdrawn(Record record, Instant at, String by, String reason, String redo) {}

    /** The forms of a matter that were taken back, oldest first. */
    public List<Withdrawn> withdrawn(String matterNo) {
        return kept(matterNo).stream().filter(each -> each.at() != null).toList();
    }

    /** The form that counts and was submitted last, when it came through this task. */
    Optional<Record> last(String matterNo, String taskId) {
        return database.sql("""
                        select * from form_record where matter_no = :no and task_id = :task and id =
                          (select max(id) from form_record where matter_no = :no and corrected_at is null)""")
                .param("no", matterNo)
                .param("task", taskId)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Marks a form as taken back; {@code redo} is the task that asks for it anew. */
    void withdraw(Record record, String by, String reason, String redo) {
        database.sql("""
                        update form_record
                        set corrected_at = ?, corrected_by = ?, corrected_reason = ?, redo_task_id = ? where id = ?""")
                .params(Timestamp.from(clock.instant()), by, reason, redo, record.id())
                .update();
        forgetWhatWasRead();
    }

    /** Whether rows were entered for a task to come at or after this moment. */
    boolean hasDraftsSince(String matterNo, Instant moment) {
        return database.sql("select count(*) from draft_rows where matter_no = ? and at >= ?")
                        .params(matterNo, Timestamp.from(moment))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** What was entered in the form that this task of the matter asks for anew; empty for any other task. */
    Map<String, Object> takenBack(String matterNo, String taskId) {
        return kept(matterNo).stream()
                .filter(each -> taskId.equals(each.redo()))
                .map(each -> each.record().values().all())
                .findFirst()
                .orElse(Map.of());
    }

    /** The latest submission of a form, if there was one. */
    public Optional<Record> latest(String matterNo, String form) {
        return of(matterNo).stream()
                .filter(record -> record.form().equals(form))
                .reduce((first, second) -> second);
    }

    /**
     * What a form itself took last under these keys, and nothing another form holds under the same; without value where it
     * was never submitted.
     */
    public Map<String, Object> own(String matterNo, String form, String... keys) {
        var last = latest(matterNo, form);
        var own = new HashMap<String, Object>();
        for (var key : keys) {
            own.put(key, last.map(record -> record.values().all().get(key)).orElse(null));
        }
        return own;
    }

    @Override
    public Map<String, Object> latest(String matterNo, Set<String> keys) {
        var latest = new LinkedHashMap<String, Object>();
        of(matterNo)
                .forEach(record -> record.values().all().forEach((key, value) -> {
                    if (keys.contains(key)) {
                        latest.put(key, value);
                    }
                }));
        return latest;
    }

    @Override
    public List<Map<String, Object>> draftRows(String matterNo, String field) {
        return database.sql("select content from draft_rows where matter_no = ? and field = ?")
                .params(matterNo, field)
                .query(String.class)
                .optional()
                .map(this::readRows)
                .orElse(List.of());
    }

    @Override
    public void draft(String matterNo, String field, List<Map<String, Object>> rows, String actor) {
        database.sql("""
                        insert into draft_rows values (?, ?, ?::jsonb, ?, ?)
                        on conflict (matter_no, field) do update
                          set content = excluded.content, at = excluded.at, actor = excluded.actor""")
                .params(matterNo, field, write(rows), Timestamp.from(clock.instant()), actor)
                .update();
        ReadOnce.forget(PeopleConcerned.class);
    }

    @Override
    public void forgetDraftRows(String matterNo, Collection<String> fields) {
        if (!fields.isEmpty()) {
            database.sql("delete from draft_rows where matter_no = ? and field = any(?)")
                    .params(matterNo, fields.toArray(String[]::new))
                    .update();
        }
    }

    @Override
    public List<Map<String, Object>> inWords(FormCase form, RowList list, List<Map<String, Object>> rows) {
        return rowWords.of(form.communityCode(), list, rows);
    }

    @Override
    public String brief(FormCase form) {
        var matter = matters.get(form.matterNo());
        return brief.of(matter, of(matter.matterNo()));
    }

    private Record read(ResultSet row) throws SQLException {
        try {
            return new Record(
                    row.getLong("id"),
                    row.getString("form"),
                    row.getString("task_key"),
                    Step.of(row.getString("step")),
                    row.getInt("cycle"),
                    row.getInt("round"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("actor"),
                    row.getString("on_behalf_of"),
                    new FormValues(json.readValue(row.getString("content"), VALUES)),
                    labelBook.of(row.getString("labels")));
        } catch (JsonProcessingException e) {
            throw new SQLException("damaged form record " + row.getLong("id"), e);
        }
    }

    private List<Map<String, Object>> readRows(String content) {
        try {
            return json.readValue(content, ROWS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
