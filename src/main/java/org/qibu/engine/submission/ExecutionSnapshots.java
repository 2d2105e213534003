package org.qibu.engine.submission;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.qibu.transaction.ReadOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads off the engine where a matter stands. */
@Component
class ExecutionSnapshots {

    private final JdbcClient database;

    ExecutionSnapshots(JdbcClient database) {
        this.database = database;
    }

    /** Where the matter of a task stands; wants to be asked within a command, where the engine has read most of it. */
    ExecutionSnapshot read(Task task) {
        var execution = ((TaskEntity) task).getExecution();
        var root = execution.getRootProcessInstanceId();
        return new ExecutionSnapshot(
                root,
                task.getProcessInstanceId(),
                Optional.ofNullable(execution.getParentActivityInstanceId()).orElse(task.getProcessInstanceId()),
                values(execution),
                new TreeSet<>(ReadOnce.get(ExecutionSnapshots.class, root, () -> running(root))));
    }

    /** From the execution up to its process instance. */
    private static Map<String, Map<String, ExecutionSnapshot.Value>> values(ExecutionEntity execution) {
        var values = new HashMap<String, Map<String, ExecutionSnapshot.Value>>();
        for (var each = execution; each != null; each = each.getParent()) {
            values.put(each.getId(), ExecutionSnapshot.plain(each.getVariablesLocal()));
        }
        return values;
    }

    /** What runs in the matter now; nothing once it is over. */
    Set<String> running(String root) {
        return new TreeSet<>(
                database.sql(runningOf("?")).param(root).query(String.class).list());
    }

    /** A query for what runs in the matter whose outermost process this expression names. */
    static String runningOf(String root) {
        return """
                select proc_inst_id_ || ' ' || act_inst_id_ from act_ru_execution
                where act_inst_id_ is not null and proc_inst_id_ in (
                  select id_ from act_ru_execution where root_proc_inst_id_ = %s and parent_id_ is null)""".formatted(root);
    }

    /** Remembers for this transaction what was found when the task was held, before anything is done to it. */
    void remember(@Nullable String root, List<String> running) {
        if (root != null) {
            ReadOnce.get(ExecutionSnapshots.class, root, () -> Set.copyOf(running));
        }
    }
}
