package org.qibu.engine.listener;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.qibu.engine.TaskFacts;
import org.qibu.engine.spi.TaskTerms;
import org.qibu.engine.spi.TaskWatcher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/** Gives a new task its time and tells the watchers what happens to tasks. */
class TaskWatch implements TaskListener {

    private final SingletonSupplier<Optional<TaskTerms>> terms;
    private final SingletonSupplier<List<TaskWatcher>> watchers;

    TaskWatch(ObjectProvider<TaskTerms> terms, ObjectProvider<TaskWatcher> watchers) {
        this.terms = SingletonSupplier.of(() -> Optional.ofNullable(terms.getIfAvailable()));
        this.watchers = SingletonSupplier.of(() -> watchers.stream().toList());
    }

    @Override
    public void notify(DelegateTask task) {
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> created(task);
            case EVENTNAME_ASSIGNMENT, EVENTNAME_UPDATE -> tell(TaskWatcher::assigned, facts(task));
            default -> tell(TaskWatcher::ended, facts(task, List.of(), List.of()));
        }
    }

    private void created(DelegateTask task) {
        terms.obtain().ifPresent(each -> {
            var term = each.give(facts(task), routing(task.getExecution()));
            task.setDueDate(Date.from(term.due()));
            task.setPriority(term.priority());
        });
        tell(TaskWatcher::created, facts(task));
    }

    private void tell(BiConsumer<TaskWatcher, TaskFacts> event, TaskFacts facts) {
        watchers.obtain().forEach(watcher -> event.accept(watcher, facts));
    }

    private static Map<String, Object> routing(DelegateExecution execution) {
        return execution == null ? Map.of() : execution.getVariables();
    }

    static TaskFacts facts(DelegateTask task) {
        return facts(task, candidates(task, IdentityLink::getGroupId), candidates(task, IdentityLink::getUserId));
    }

    private static List<String> candidates(DelegateTask task, Function<IdentityLink, String> part) {
        return task.getCandidates().stream()
                .map(part)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static TaskFacts facts(DelegateTask task, List<String> groups, List<String> users) {
        var execution = Optional.ofNullable((ExecutionEntity) task.getExecution());
        return new TaskFacts(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                execution.map(each -> each.getProcessDefinition().getKey()).orElse(""),
                execution.map(DelegateExecution::getProcessBusinessKey).orElse(null),
                task.getTenantId(),
                task.getAssignee(),
                groups,
                users,
                Optional.ofNullable(task.getDueDate()).map(Date::toInstant).orElse(null),
                task.getPriority(),
                task.getCreateTime().toInstant());
    }
}
