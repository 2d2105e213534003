package org.qibu.engine.process;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.qibu.engine.identity.AsSystem;
import org.springframework.stereotype.Component;

/** Reads what the version of a process says by which a matter runs: it may be older than the program, or an administrator's own. */
@Component
public class ExpressionsInUse {

    private final RuntimeService processes;
    private final TaskService tasks;
    private final RepositoryService definitions;
    private final AsSystem asSystem;

    /** The conditions of versions, none of which ever changes. */
    private final Map<String, List<String>> conditions = new ConcurrentHashMap<>();

    ExpressionsInUse(RuntimeService processes, TaskService tasks, RepositoryService definitions, AsSystem asSystem) {
        this.processes = processes;
        this.tasks = tasks;
        this.definitions = definitions;
        this.asSystem = asSystem;
    }

    /** The conditions of the process an open task belongs to; none where there is no such task. */
    public List<String> conditionsAround(String taskId) {
        return asSystem.call(
                () -> Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                        .map(task -> conditions.computeIfAbsent(task.getProcessDefinitionId(), this::conditionsOf))
                        .orElse(List.of()));
    }

    private List<String> conditionsOf(String definition) {
        return definitions.getBpmnModelInstance(definition).getModelElementsByType(ConditionExpression.class).stream()
                .map(ConditionExpression::getTextContent)
                .toList();
    }

    /** The date a timer of a matter's running processes waits for, as an expression; empty where none has such a timer. */
    public Optional<String> date(String matterNo, String timer) {
        return asSystem.call(
                () -> processes.createProcessInstanceQuery().processInstanceBusinessKey(matterNo).list().stream()
                        .map(ProcessInstance::getProcessDefinitionId)
                        .distinct()
                        .map(definitions::getBpmnModelInstance)
                        .map(model -> dateOf(model, timer))
                        .filter(Objects::nonNull)
                        .findFirst());
    }

    private static String dateOf(BpmnModelInstance model, String timer) {
        return model.getModelElementById(timer) instanceof FlowNode node
                ? model.getModelElementsByType(TimeDate.class).stream()
                        .filter(date ->
                                date.getParentElement().getParentElement().equals(node))
                        .map(TimeDate::getTextContent)
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
