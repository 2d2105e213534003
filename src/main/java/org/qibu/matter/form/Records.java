package org.qibu.matter.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
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
import org.qibu.transaction.ReadTogether;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every form as it was submitted, and the rows entered for forms to come. */
@Repository
public class Records implements FormLedger {

    private static final TypeReference<LinkedHashMap<String, Object>> VALUES = new TypeReference<>() {};
    private static final TypeReference<List<Map<String, Object>>> ROWS = new TypeReference<>() {};

    private static final String COLUMNS = """
            select id, form, task_key, step, cycle, round, at, actor, on_behalf_of, content::text as content, labels,
              corrected_at, corrected_by, corrected_reason, redo_task_id
            from""";

    private final JdbcClient database;
    private final ObjectMapper json;
    private final Matters matters;
    private final Brief brief;
    private final RowWords rowWords;
    private final LabelBook labelBook;
    private final Timeline timeline;
    private final PeopleConcerned people;
    private final Clock clock;
    private final Function<String, List<Withdrawn>> read;
    /** What was entered for forms to come, by field. */
    private final Function<String, Map<String, String>> drafts;

    Records(
            JdbcClient database,
            ObjectMapper json,
            Matters matters,
            Brief brief,
            RowWords rowWords,
            LabelBook labelBook,
            Timeline timeline,
            PeopleConcerned people,
            Clock clock,
            ReadTogether reads) {
        this.database = database;
        this.json = json;
        this.matters = matters;
        this.brief = brief;
        this.rowWords = rowWords;
        this.labelBook = labelBook;
        this.timeline = timeline;
        this.people = people;
        this.clock = clock;
        this.read = reads.many(
                Records.class,
                "matter",
                COLUMNS + " form_record where matter_no = ? order by id",
                rows -> ReadTogether.each(rows, this::withdrawn));
        this.drafts = reads.of(
                DraftRow.class,
                "matter",
                "select field, content::text as content from draft_rows where matter_no = ?",
                Records::drafts);
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
        var kept = database.sql("""
                        with kept as (insert into form_record (matter_no, form, task_key, task_id, step, cycle, round, at, actor, content,
                          labels, on_behalf_of)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?,
                          (select for_account from stand_in where task_id = ? and account_id = ?))
                        returning *)
                        select row_to_json(r)::text from (%s kept) r""".formatted(COLUMNS))
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
                .query(String.class)
                .single();
        ReadOnce.<List<Withdrawn>>change(
                Records.class,
                matter.matterNo(),
                before -> Stream.concat(before.stream(), Stream.of(withdrawn(tree(kept))))
                        .toList());
        people.named(values.keySet());
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

    /** Names what was entered for forms to come, where it is forgotten apart from the forms. */
    private static final class DraftRow {}

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
        return ReadOnce.get(Records.class, matterNo, () -> read.apply(matterNo));
    }

    private Withdrawn withdrawn(JsonNode row) {
        return new Withdrawn(
                read(row),
                row.hasNonNull("corrected_at") ? moment(row, "corrected_at") : null,
                row.path("corrected_by").textValue(),
                row.path("corrected_reason").textValue(),
                row.path("redo_task_id").textValue());
    }

    private static Instant moment(JsonNode row, String column) {
        return OffsetDateTime.parse(row.path(column).textValue()).toInstant();
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
                        select row_to_json(r)::text from (%s form_record
                          where matter_no = :no and task_id = :task and id =
                            (select max(id) from form_record where matter_no = :no and corrected_at is null)) r""".formatted(COLUMNS))
                .param("no", matterNo)
                .param("task", taskId)
                .query(String.class)
                .optional()
                .map(row -> read(tree(row)));
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
        return Optional.ofNullable(drafts.apply(matterNo).get(field))
                .map(this::readRows)
                .orElse(List.of());
    }

    private static Map<String, String> drafts(JsonNode rows) {
        var drafts = new HashMap<String, String>();
        rows.forEach(row ->
                drafts.put(row.path("field").textValue(), row.path("content").textValue()));
        return Map.copyOf(drafts);
    }

    @Override
    public void draft(String matterNo, String field, List<Map<String, Object>> rows, String actor) {
        database.sql("""
                        insert into draft_rows values (?, ?, ?::jsonb, ?, ?)
                        on conflict (matter_no, field) do update
                          set content = excluded.content, at = excluded.at, actor = excluded.actor""")
                .params(matterNo, field, write(rows), Timestamp.from(clock.instant()), actor)
                .update();
        ReadOnce.forget(DraftRow.class);
        ReadOnce.forget(PeopleConcerned.class);
    }

    @Override
    public void forgetDraftRows(String matterNo, Collection<String> fields) {
        if (!fields.isEmpty() && fields.stream().anyMatch(drafts.apply(matterNo)::containsKey)) {
            database.sql("delete from draft_rows where matter_no = ? and field = any(?)")
                    .params(matterNo, fields.toArray(String[]::new))
                    .update();
            ReadOnce.forget(DraftRow.class);
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

    private Record read(JsonNode row) {
        var id = row.path("id").longValue();
        try {
            return new Record(
                    id,
                    row.path("form").textValue(),
                    row.path("task_key").textValue(),
                    Step.of(row.path("step").textValue()),
                    row.path("cycle").intValue(),
                    row.path("round").intValue(),
                    moment(row, "at"),
                    row.path("actor").textValue(),
                    row.path("on_behalf_of").textValue(),
                    new FormValues(json.readValue(row.path("content").textValue(), VALUES)),
                    labelBook.of(row.path("labels").textValue()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("damaged form record " + id, e);
        }
    }

    private JsonNode tree(String row) {
        try {
            return json.readTree(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
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
