package org.qibu.engine.tasks;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.qibu.engine.identity.AsSystem;
import org.qibu.engine.submission.TaskAccessPolicy;
import org.springframework.stereotype.Component;

/** Finds the matter of a task, open or done, and whether the task waits. */
@Component
public class TaskMatters {

    private final ProcessEngine engine;
    private final TaskAccessPolicy door;
    private final AsSystem asSystem;

    TaskMatters(ProcessEngine engine, TaskAccessPolicy door, AsSystem asSystem) {
        this.engine = engine;
        this.door = door;
        this.asSystem = asSystem;
    }

    /** Whether the task waits and this person may work on it. */
    public boolean isWorkable(String taskId, String userId) {
        return door.isWorkable(taskId, userId);
    }

    /** Whether this person may work on the task only because they stand in for a colleague who is away. */
    public boolean isForColleague(String taskId, String userId) {
        return door.isWorkable(taskId, userId)
                && door.absentBehind(taskId, userId).isPresent();
    }

    /** Whether the task waits, for whomever. */
    public boolean isOpen(String taskId) {
        return asSystem.call(
                () -> engine.getTaskService().createTaskQuery().taskId(taskId).count() > 0);
    }

    /** Those of these tasks that wait, for whomever. */
    public Set<String> open(Collection<String> taskIds) {
        return taskIds.isEmpty()
                ? Set.of()
                : asSystem.call(() ->
                        engine
                                .getTaskService()
                                .createTaskQuery()
                                .taskIdIn(taskIds.toArray(String[]::new))
                                .list()
                                .stream()
                                .map(Task::getId)
                                .collect(Collectors.toSet()));
    }

    /** The number of the matter, also of a task that is done; empty for an unknown one. */
    public Optional<String> matterOf(String taskId) {
        return asSystem.call(() -> Optional.ofNullable(engine.getHistoryService()
                        .createHistoricTaskInstanceQuery()
                        .taskId(taskId)
                        .singleResult())
                .map(task -> engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()));
    }
}
