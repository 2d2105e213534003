package org.qibu.deadlines;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.qibu.engine.TaskFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The deadlines of all tasks, as rows that outlive their tasks. */
@Repository
class DeadlineRows {

    private final JdbcClient database;
    private final Clock clock;

    DeadlineRows(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Writes down the deadline of a new task. */
    void open(TaskFacts task, TimeGiven time) {
        var allowance = Optional.ofNullable(time.allowance());
        database.sql("""
                        insert into deadline (task_id, task_key, task_name, process_key, matter_no, community_code, assignee,
                          candidate_groups, candidate_users, urgency, created_at, counted_from, amount, unit, due_at)
                        values (:id, :key, :name, :process, :matter, :community, :assignee, :groups, :users, :urgency,
                          :created, :from, :amount, :unit, :due)
                        on conflict (task_id) do nothing""")
                .param("id", task.taskId())
                .param("key", task.taskKey())
                .param("name", Optional.ofNullable(task.taskName()).orElse(task.taskKey()))
                .param("process", task.processKey())
                .param("matter", task.matterNo())
                .param("community", task.communityCode())
                .param("assignee", task.assignee())
                .param("groups", task.candidateGroups().toArray(String[]::new))
                .param("users", task.candidateUsers().toArray(String[]::new))
                .param("urgency", time.urgency().name())
                .param("created", Timestamp.from(task.createdAt()))
                .param("from", Timestamp.from(time.countedFrom()))
                .param("amount", allowance.map(Allowance::amount).orElse(0))
                .param("unit", allowance.map(each -> each.unit().name()).orElse(null))
                .param("due", Timestamp.from(time.due()))
                .update();
    }

    /** Keeps whom the task is with. */
    void holders(TaskFacts task) {
        database.sql("""
                        update deadline set assignee = ?, candidate_groups = ?, candidate_users = ? where task_id = ?""")
                .params(
                        task.assignee(),
                        task.candidateGroups().toArray(String[]::new),
                        task.candidateUsers().toArray(String[]::new),
                        task.taskId())
                .update();
    }

    /** The task is over; nobody is reminded any more. */
    void end(String taskId) {
        database.sql("update deadline set state = 'DONE', ended_at = ?, next_at = null where task_id = ?")
                .params(Timestamp.from(clock.instant()), taskId)
                .update();
    }
}
