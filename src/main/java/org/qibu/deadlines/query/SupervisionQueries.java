package org.qibu.deadlines.query;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.qibu.calendar.period.Period;
import org.qibu.calendar.period.PeriodTable;
import org.qibu.deadlines.time.LateTask;
import org.qibu.matter.Matter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The supervision committee's questions about late tasks; each is to be answered within the period the table names. */
@Repository
public class SupervisionQueries {

    private final PeriodTable periods;
    private final JdbcClient database;
    private final JdbcTemplate statements;

    SupervisionQueries(PeriodTable periods, JdbcClient database, JdbcTemplate statements) {
        this.periods = periods;
        this.database = database;
        this.statements = statements;
    }

    /**
     * A question why a task is late.
     *
     * @param answer null while nobody answered
     */
    record Query(
            long id,
            String taskId,
            String taskName,
            String matterNo,
            Instant dueAt,
            Instant openedAt,
            Instant answerDue,
            String answer,
            String answeredBy,
            Instant answeredAt) {

        /** Whether an answer is still owed. */
        public boolean isOpen() {
            return answer == null;
        }
    }

    /** A late task of a matter. */
    public record Late(LateTask task, Matter matter) {}

    /** Asks why tasks are late, once for the due moment of each. */
    public void open(Collection<Late> all, Instant now) {
        var opened = Timestamp.from(now);
        var answerDue = Timestamp.from(periods.end(Period.SUPERVISION_ANSWER, now));
        statements.batchUpdate(
                """
                insert into supervision_query
                  (task_id, due_at, matter_no, community_code, task_name, opened_at, answer_due)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (task_id, due_at) do nothing""",
                all.stream()
                        .map(late -> new Object[] {
                            late.task().taskId(),
                            Timestamp.from(late.task().dueAt()),
                            late.matter().matterNo(),
                            late.matter().communityCode(),
                            late.task().taskName(),
                            opened,
                            answerDue
                        })
                        .toList());
    }

    /** The questions about a matter's tasks, newest first. */
    List<Query> of(String matterNo) {
        return database.sql("select * from supervision_query where matter_no = ? order by id desc")
                .param(matterNo)
                .query(Query.class)
                .list();
    }

    /** A question of a matter. */
    Optional<Query> find(String matterNo, long id) {
        return of(matterNo).stream().filter(query -> query.id() == id).findFirst();
    }

    /** Answers a question nobody has answered yet; false where somebody was quicker. */
    boolean answer(Query query, String answer, String account, Instant now) {
        return database.sql("""
                        update supervision_query set answer = ?, answered_by = ?, answered_at = ?
                        where id = ? and answer is null""")
                        .params(answer, account, Timestamp.from(now), query.id())
                        .update()
                > 0;
    }
}
