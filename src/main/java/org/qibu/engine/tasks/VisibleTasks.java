package org.qibu.engine.tasks;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.qibu.engine.identity.AsSystem;
import org.springframework.stereotype.Component;

/**
 * Finds the matters of tasks the person at work may see: for the cards of a task list, and for the page beside a form.
 */
@Component
public class VisibleTasks {

    private final ProcessEngine engine;
    private final AsSystem asSystem;

    VisibleTasks(ProcessEngine engine, AsSystem asSystem) {
        this.engine = engine;
        this.asSystem = asSystem;
    }

    /**
     * A task in somebody's list.
     *
     * @param due the moment it falls due; null where it has none
     */
    public record Seen(String id, String matterNo, Instant due) {}

    /** Those of these open tasks that the person at work may see; nobody at work sees none. */
    public List<Seen> of(Collection<String> ids) {
        if (ids.isEmpty() || engine.getIdentityService().getCurrentAuthentication() == null) {
            return List.of();
        }
        var tasks = engine.getTaskService()
                .createTaskQuery()
                .taskIdIn(ids.toArray(String[]::new))
                .list();
        var matters = matters(tasks);
        return tasks.stream()
                .filter(task -> matters.containsKey(task.getProcessInstanceId()))
                .map(task -> new Seen(
                        task.getId(),
                        matters.get(task.getProcessInstanceId()),
                        Optional.ofNullable(task.getDueDate())
                                .map(Date::toInstant)
                                .orElse(null)))
                .toList();
    }

    private Map<String, String> matters(List<Task> tasks) {
        var instances = tasks.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        return instances.isEmpty()
                ? Map.of()
                : asSystem.call(() ->
                        engine
                                .getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceIds(instances)
                                .list()
                                .stream()
                                .filter(instance -> instance.getBusinessKey() != null)
                                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey)));
    }

    /** The number of the matter a task is or was about, whoever asks; empty where there never was such a task. */
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
