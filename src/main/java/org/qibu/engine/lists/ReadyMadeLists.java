package org.qibu.engine.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.qibu.engine.settings.ModelGroups;
import org.qibu.text.CodeLabels;
import org.springframework.stereotype.Component;

/** Which lists there are; every one shows only what the user can work on, see {@link Workable}. */
@Component
class ReadyMadeLists {

    private static final String USER = "${currentUser()}";
    private static final String NOW = "${now()}";
    private static final String BLUE = "#1f5f8b";
    static final String RED = "#b3261e";
    static final String ORANGE = "#b25e09";
    private static final String GREEN = "#2e6b4f";

    private final TaskService tasks;
    private final ModelGroups models;
    private final CodeLabels labels;

    ReadyMadeLists(TaskService tasks, ModelGroups models, CodeLabels labels) {
        this.tasks = tasks;
        this.models = models;
        this.labels = labels;
    }

    /** In the order in which they stand; those of a step are read by the groups that work in it. */
    List<ReadyMade> all(Set<String> everybody) {
        var lists = new ArrayList<>(List.of(
                new ReadyMade("workable", "可办理的任务", BLUE, workable(), everybody),
                new ReadyMade("mine", "我的任务", BLUE, workable().taskAssigned(), everybody),
                new ReadyMade("offered", "待认领的任务", BLUE, workable().taskUnassigned(), everybody),
                new ReadyMade("overdue", "已超期", RED, workable().dueBeforeExpression(NOW), everybody),
                new ReadyMade("due-soon", "两天内到期", ORANGE, dueSoon(), everybody)));
        for (var urgency : ListedUrgency.values()) {
            lists.add(new ReadyMade(
                    urgency.key(), labels.label(urgency, Locale.CHINESE), urgency.color(), of(urgency), everybody));
        }
        for (var step : ListedStep.values()) {
            lists.add(new ReadyMade(step.key(), name(step), GREEN, of(step), models.candidates(step.places())));
        }
        return lists;
    }

    private String name(ListedStep step) {
        return step.numeral() + "、" + labels.shortStep(step, Locale.CHINESE);
    }

    private TaskQuery workable() {
        return tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression(USER)
                .taskCandidateUserExpression(USER)
                .endOr();
    }

    private TaskQuery dueSoon() {
        return workable().dueAfterExpression(NOW).dueBeforeExpression("${dueSoon.limit()}");
    }

    private TaskQuery of(ListedUrgency urgency) {
        return workable().processVariableValueEquals("urgency", urgency.name());
    }

    private TaskQuery of(ListedStep step) {
        var processes = step.processes().toArray(String[]::new);
        if (step.notices().isEmpty()) {
            return workable().processDefinitionKeyIn(processes);
        }
        var either = workable().or().processDefinitionKeyIn(processes);
        step.notices().forEach(kind -> either.processVariableValueEquals("noticeKind", kind));
        return either.endOr();
    }
}
