package org.qibu.matter.form;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.qibu.engine.FormCase;
import org.qibu.engine.spi.LastSubmissions;
import org.qibu.transaction.ReadOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How a matter, its participants and its planned actions stood before its last form was submitted. */
@Repository
class Snapshots implements LastSubmissions {

    /** The columns of a matter that a form, or the process that goes on after it, changes. */
    static final List<String> CHANGED_BY_FORMS = List.of(
            "step",
            "status",
            "track",
            "matter_type",
            "urgency",
            "level",
            "round",
            "adjourned",
            "cycle",
            "reopened",
            "lead_unit",
            "affected_households",
            "completed_at",
            "title",
            "public_title");

    private final JdbcClient database;
    private final Records records;
    private final Clock clock;

    Snapshots(JdbcClient database, Records records, Clock clock) {
        this.database = database;
        this.records = records;
        this.clock = clock;
    }

    /** What stood before the last form; {@code before} and {@code after} are the engine's own notes. */
    record Snapshot(String taskId, Instant at, String before, String after) {}

    @Override
    public void before(FormCase form, String footing) {
        database.sql("""
                        insert into last_submission (matter_no, task_id, at, before, after, content)
                        select m.matter_no, :task, :now, :footing, null, jsonb_build_object(
                          'matter', to_jsonb(m),
                          'parties', (select coalesce(jsonb_agg(to_jsonb(p)), '[]') from matter_party p
                                      where p.matter_no = m.matter_no),
                          'actions', (select coalesce(jsonb_agg(to_jsonb(a)), '[]') from matter_action a
                                      where a.matter_no = m.matter_no))
                        from matter m where m.matter_no = :no
                        on conflict (matter_no) do update set task_id = excluded.task_id, at = excluded.at,
                          before = excluded.before, after = null, content = excluded.content""")
                .param("no", form.matterNo())
                .param("task", form.taskId())
                .param("now", Timestamp.from(clock.instant()))
                .param("footing", footing)
                .update();
    }

    @Override
    public void after(FormCase form, String footing) {
        database.sql("update last_submission set after = ? where matter_no = ? and task_id = ?")
                .params(footing, form.matterNo(), form.taskId())
                .update();
    }

    @Override
    public Map<String, Object> takenBack(FormCase form) {
        return form.taskId() == null ? Map.of() : records.takenBack(form.matterNo(), form.taskId());
    }

    Optional<Snapshot> of(String matterNo) {
        return database.sql(
                        "select task_id, at, before, after from last_submission where matter_no = ? and after is not null")
                .param(matterNo)
                .query((row, number) -> new Snapshot(
                        row.getString("task_id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("before"),
                        row.getString("after")))
                .optional();
    }

    /** Puts everything back as it stood, and forgets how that was. */
    void restore(String matterNo) {
        var columns = CHANGED_BY_FORMS.stream()
                .map(column -> column + " = b." + column)
                .collect(Collectors.joining(", "));
        database.sql("update matter set " + columns + """
                         from last_submission l, jsonb_populate_record(null::matter, l.content -> 'matter') b
                        where matter.matter_no = l.matter_no and l.matter_no = ?""").param(matterNo).update();
        replace("matter_party", "parties", matterNo);
        replace("matter_action", "actions", matterNo);
        ReadOnce.forgetAll();
        database.sql("delete from last_submission where matter_no = ?")
                .param(matterNo)
                .update();
    }

    private void replace(String table, String part, String matterNo) {
        database.sql("delete from " + table + " where matter_no = ?")
                .param(matterNo)
                .update();
        database.sql("insert into " + table + " select b.* from last_submission l, jsonb_populate_recordset(null::"
                        + table + ", l.content -> '" + part + "') b where l.matter_no = ?")
                .param(matterNo)
                .update();
    }
}
