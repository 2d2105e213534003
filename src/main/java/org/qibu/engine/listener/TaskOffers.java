package org.qibu.engine.listener;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.task.Task;
import org.qibu.engine.identity.AsSystem;
import org.qibu.engine.listener.UnitCandidates.Offer;
import org.qibu.engine.submission.TaskAccessPolicy;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Offers the open tasks of a matter anew when the organisation behind them changes. */
@Component
@NamedInterface("listener")
public class TaskOffers {

    private final ProcessEngine engine;
    private final TaskAccessPolicy door;
    private final AsSystem asSystem;

    TaskOffers(ProcessEngine engine, TaskAccessPolicy door, AsSystem asSystem) {
        this.engine = engine;
        this.door = door;
        this.asSystem = asSystem;
    }

    /**
     * Makes the change and offers the open tasks to those who are behind them afterwards; whoever holds a task and may no
     * longer work on it loses it. Wants a running transaction.
     */
    public void renew(String matterNo, Runnable change) {
        var open = open(matterNo);
        var before = offers(matterNo, open);
        change.run();
        var after = offers(matterNo, open);
        asSystem.call(() -> {
            open.stream()
                    .filter(task -> before.containsKey(task.getId()))
                    .forEach(task -> replace(task, before.get(task.getId()), after.get(task.getId())));
            return null;
        });
        open.stream()
                .filter(task -> task.getAssignee() != null && !door.isWorkable(task.getId(), task.getAssignee()))
                .forEach(task -> asSystem.call(() -> {
                    tasks().setAssignee(task.getId(), null);
                    return null;
                }));
    }

    private List<Task> open(String matterNo) {
        return asSystem.call(() ->
                tasks().createTaskQuery().processInstanceBusinessKey(matterNo).list());
    }

    private Map<String, Offer> offers(String matterNo, List<Task> open) {
        var offers = new HashMap<String, Offer>();
        open.forEach(task -> candidates(task).ifPresent(unit -> offers.put(task.getId(), unit.offer(matterNo))));
        return offers;
    }

    private void replace(Task task, Offer before, Offer after) {
        var drawn = drawnGroups(task);
        before.users().stream()
                .filter(user -> !after.users().contains(user))
                .forEach(user -> tasks().deleteCandidateUser(task.getId(), user));
        before.groups().stream()
                .filter(group -> !after.groups().contains(group) && !drawn.contains(group))
                .forEach(group -> tasks().deleteCandidateGroup(task.getId(), group));
        after.users().stream()
                .filter(user -> !before.users().contains(user))
                .forEach(user -> tasks().addCandidateUser(task.getId(), user));
        after.groups().stream()
                .filter(group -> !before.groups().contains(group) && !drawn.contains(group))
                .forEach(group -> tasks().addCandidateGroup(task.getId(), group));
    }

    private Optional<UnitCandidates> candidates(Task task) {
        var listeners = definition(task).getTaskListeners().get(TaskListener.EVENTNAME_CREATE);
        return Optional.ofNullable(listeners).stream()
                .flatMap(List::stream)
                .filter(UnitCandidates.class::isInstance)
                .map(UnitCandidates.class::cast)
                .findFirst();
    }

    /** The groups the model itself names beside the unit groups. */
    private List<String> drawnGroups(Task task) {
        return definition(task).getCandidateGroupIdExpressions().stream()
                .map(group -> group.getExpressionText())
                .toList();
    }

    private TaskDefinition definition(Task task) {
        var repository = (RepositoryServiceImpl) engine.getRepositoryService();
        var process = asSystem.call(
                () -> (ProcessDefinitionEntity) repository.getDeployedProcessDefinition(task.getProcessDefinitionId()));
        return process.getTaskDefinitions().get(task.getTaskDefinitionKey());
    }

    private TaskService tasks() {
        return engine.getTaskService();
    }
}
