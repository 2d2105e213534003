package org.qibu.engine.submission;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.task.Task;
import org.qibu.engine.FormValues;
import org.qibu.engine.TurnBack;
import org.qibu.engine.form.FormSubmissionService;
import org.qibu.engine.identity.AsSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Goes back by modifying the process instance: the task starts anew, whatever its completion started is cancelled. */
@Component
class EngineTurnBack implements TurnBack {

    private static final String MOVED_ON = "提交之后流程已经往下走，不能撤回。";

    private final ProcessEngine engine;
    private final ExecutionSnapshots executionSnapshots;
    private final TaskAccessPolicy door;
    private final FormSubmissionService forms;
    private final AsSystem asSystem;
    private final JdbcClient database;

    EngineTurnBack(
            ProcessEngine engine,
            ExecutionSnapshots executionSnapshots,
            TaskAccessPolicy door,
            FormSubmissionService forms,
            AsSystem asSystem,
            JdbcClient database) {
        this.engine = engine;
        this.executionSnapshots = executionSnapshots;
        this.door = door;
        this.forms = forms;
        this.asSystem = asSystem;
        this.database = database;
    }

    @Override
    public Optional<String> whyFinal(String formId) {
        return forms.whyFinal(formId);
    }

    @Override
    public void retract(String formId, String matterNo, FormValues withdrawn) {
        forms.retract(formId, matterNo, withdrawn);
    }

    @Override
    public Optional<String> obstacle(String before, String after) {
        var then = ExecutionSnapshot.read(before);
        var now = executionSnapshots.running(then.root());
        if (!now.equals(ExecutionSnapshot.read(after).running())) {
            return Optional.of(MOVED_ON);
        }
        var started = new HashSet<>(now);
        started.removeAll(then.running());
        if (now.isEmpty() || started.stream().anyMatch(each -> !each.startsWith(then.instance() + " "))) {
            return Optional.of("下一步已经开始，不能撤回。");
        }
        if (scope(then).isEmpty()) {
            return Optional.of("这一项已经结束，不能撤回。");
        }
        return isClaimed(then, after) ? Optional.of("下一项任务已有人认领，不能撤回。") : Optional.empty();
    }

    private boolean isClaimed(ExecutionSnapshot then, String after) {
        var started = new HashSet<>(ExecutionSnapshot.read(after).running());
        started.removeAll(then.running());
        return database.sql("""
                        select t.proc_inst_id_ || ' ' || a.id_ as activity, t.assignee_ as assignee
                        from act_ru_task t join act_hi_actinst a on a.task_id_ = t.id_
                        where t.proc_inst_id_ = ?""").param(then.instance()).query(Held.class).list().stream()
                .anyMatch(task -> task.assignee() != null && started.contains(task.activity()));
    }

    private record Held(String activity, String assignee) {}

    private Optional<ActivityInstance> scope(ExecutionSnapshot then) {
        var tree = asSystem.call(() -> runtime().getActivityInstance(then.instance()));
        return tree == null
                ? Optional.empty()
                : all(tree).filter(each -> each.getId().equals(then.scope())).findFirst();
    }

    private static Stream<ActivityInstance> all(ActivityInstance tree) {
        return Stream.concat(
                Stream.of(tree), Arrays.stream(tree.getChildActivityInstances()).flatMap(EngineTurnBack::all));
    }

    @Override
    public String goBack(String before, String taskKey, String userId) {
        var then = ExecutionSnapshot.read(before);
        var known = tasks(then, taskKey).stream().map(Task::getId).toList();
        restoreValues(then);
        modify(then, taskKey);
        var anew = tasks(then, taskKey).stream()
                .filter(task -> !known.contains(task.getId()))
                .findFirst()
                .orElseThrow();
        door.mustBeWorkable(door.look(anew.getId(), userId), userId);
        asSystem.call(() -> {
            engine.getTaskService().setAssignee(anew.getId(), userId);
            return null;
        });
        return anew.getId();
    }

    private List<Task> tasks(ExecutionSnapshot then, String taskKey) {
        return asSystem.call(() -> engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(then.instance())
                .taskDefinitionKey(taskKey)
                .list());
    }

    private void restoreValues(ExecutionSnapshot then) {
        then.values()
                .forEach((execution, values) -> asSystem.call(() -> {
                    if (runtime().createExecutionQuery().executionId(execution).count() > 0) {
                        var now = ExecutionSnapshot.plain(runtime().getVariablesLocal(execution));
                        now.keySet().stream()
                                .filter(name -> !values.containsKey(name))
                                .forEach(name -> runtime().removeVariableLocal(execution, name));
                        values.forEach((name, value) -> {
                            if (!value.equals(now.get(name))) {
                                runtime().setVariableLocal(execution, name, value.read());
                            }
                        });
                    }
                    return null;
                }));
    }

    private void modify(ExecutionSnapshot then, String taskKey) {
        var started = Arrays.stream(scope(then).orElseThrow().getChildActivityInstances())
                .filter(child -> isNew(child, then.running()))
                .map(ActivityInstance::getId)
                .toList();
        asSystem.call(() -> {
            var change = runtime()
                    .createProcessInstanceModification(then.instance())
                    .startBeforeActivity(taskKey, then.scope());
            started.forEach(change::cancelActivityInstance);
            change.execute();
            return null;
        });
    }

    private static boolean isNew(ActivityInstance child, Set<String> running) {
        return all(child).noneMatch(each -> running.contains(each.getProcessInstanceId() + " " + each.getId()));
    }

    private RuntimeService runtime() {
        return engine.getRuntimeService();
    }
}
