package org.qibu.engine.submission;

import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormRefused;
import org.qibu.engine.NotYourTask;
import org.qibu.engine.TaskUnavailable;
import org.qibu.engine.draft.Drafts;
import org.qibu.engine.fault.ProcessFaultService;
import org.qibu.engine.form.FormDefinition;
import org.qibu.engine.form.FormSubmissionService;
import org.qibu.engine.identity.ActingAs;
import org.qibu.engine.identity.AsSystem;
import org.qibu.engine.spi.LastSubmissions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** What happens between a person's submission and the engine's own completion of a task. */
@Component
public class TaskFormService {

    public static final String TIME_IS_GIVEN = "办理期限和优先级由系统按期限表确定，不能手工修改；需要更多时间请按流程申请延期。";

    private final ProcessEngine engine;
    private final TaskAccessPolicy door;
    private final TakeOver colleagues;
    private final FormLibrary library;
    private final FormSubmissionService forms;
    private final ExecutionSnapshots executionSnapshots;
    private final SingletonSupplier<Optional<LastSubmissions>> submissions;
    private final AsSystem asSystem;
    private final Clock clock;
    private final Drafts drafts;
    private final ActingAs acting;

    TaskFormService(
            ProcessEngine engine,
            TaskAccessPolicy door,
            TakeOver colleagues,
            FormLibrary library,
            FormSubmissionService forms,
            ExecutionSnapshots executionSnapshots,
            ObjectProvider<LastSubmissions> submissions,
            AsSystem asSystem,
            Clock clock,
            Drafts drafts,
            ActingAs acting) {
        this.engine = engine;
        this.door = door;
        this.colleagues = colleagues;
        this.library = library;
        this.forms = forms;
        this.executionSnapshots = executionSnapshots;
        this.submissions = SingletonSupplier.of(() -> Optional.ofNullable(submissions.getIfAvailable()));
        this.asSystem = asSystem;
        this.clock = clock;
        this.drafts = drafts;
        this.acting = acting;
    }

    /**
     * Who is at work; null inside declared work of the product itself.
     *
     * @throws org.qibu.engine.identity.UnknownCaller when it is nobody
     */
    public String user() {
        return acting.accountOrSystem();
    }

    /**
     * Takes the submission of a task: right person, right values; claims it where nobody had. Where the matter stood before is
     * kept, so that the person can take it back.
     */
    public <T> Taken<T> accept(
            String taskId, Map<String, Object> submitted, Function<Map<String, Object>, T> complete) {
        var user = user();
        var task = user == null ? system(taskId) : door.hold(taskId, user);
        if (user != null) {
            door.mustBeWorkable(task, user);
            colleagues.standIn(task, user);
        }
        var form = library.of(task);
        if (form.isEmpty() && submitted != null && !submitted.isEmpty()) {
            throw new FormRefused("", "这项任务没有表单，不接受填写内容。");
        }
        var footing = form.map(definition -> executionSnapshots.read(task));
        var submission = form.map(definition -> formCase(task, user));
        footing.ifPresent(before ->
                submissions.obtain().ifPresent(kept -> kept.before(submission.orElseThrow(), before.write())));
        var routing = form.map(definition -> forms.accept(submission.orElseThrow(), definition, submitted));
        if (user != null && !user.equals(task.getAssignee())) {
            asSystem.call(() -> {
                engine.getTaskService().setAssignee(taskId, user);
                return null;
            });
        }
        if (user != null) {
            drafts.sent(taskId, user);
        }
        return new Taken<>(complete.apply(routing.orElse(Map.of())), submission, footing);
    }

    /**
     * A submission that was taken.
     *
     * @param result what the engine answered
     * @param submission empty where the task has no form
     * @param before where the matter stood before; empty where the task has no form
     */
    public record Taken<T>(T result, Optional<FormCase> submission, Optional<ExecutionSnapshot> before) {}

    /** Keeps where the matter stands after a submission, once the engine has written it. */
    public void keepWhereItStands(Taken<?> taken) {
        taken.before()
                .ifPresent(before -> submissions
                        .obtain()
                        .ifPresent(kept -> kept.after(
                                taken.submission().orElseThrow(),
                                before.standingNow(executionSnapshots.running(before.root()))
                                        .write())));
    }

    /** What somebody typed into the form of a task, for keeping; without form where it cannot be read. */
    public ProcessFaultService.Typed typed(String taskId, Map<String, Object> submitted) {
        var user = user();
        var form = user == null
                ? Optional.<FormDefinition>empty()
                : FormLibrary.readable(() -> library.of(asSystem.call(() -> system(taskId))));
        return new ProcessFaultService.Typed(user, form, submitted);
    }

    /** Nobody gives a task another time, weight, name or place by hand, nor a person who could not take it. */
    public void mustKeepWhatIsGiven(Task changed) {
        var kept = asSystem.call(() -> engine.getTaskService()
                .createTaskQuery()
                .taskId(changed.getId())
                .singleResult());
        if (kept != null
                && (millis(kept.getDueDate()) != millis(changed.getDueDate())
                        || kept.getPriority() != changed.getPriority())) {
            throw new NotYourTask(TIME_IS_GIVEN);
        }
        if (kept != null && !texts(kept).equals(texts(changed))) {
            throw new NotYourTask("任务的名称、说明和归属由流程模型确定，不能手工修改。");
        }
        if (kept != null
                && changed.getAssignee() != null
                && !changed.getAssignee().equals(kept.getAssignee())) {
            mustBeWorkable(changed.getId(), changed.getAssignee());
        }
    }

    private static List<Object> texts(Task task) {
        return Arrays.asList(
                task.getName(),
                task.getDescription(),
                task.getParentTaskId(),
                task.getOwner(),
                task.getDelegationState(),
                task.getCaseInstanceId());
    }

    private static long millis(Date moment) {
        return moment == null ? 0 : moment.getTime();
    }

    /** What stands in the form of a task, with what this person had typed before over what is proposed. */
    public Map<String, Object> prefill(String taskId) {
        var user = user();
        var task = user == null ? system(taskId) : door.look(taskId, user);
        forms.opened(taskId, user);
        return library.of(task)
                .map(form -> drafts.over(shown(task, user, form), form, taskId, user))
                .orElse(Map.of());
    }

    /** Whoever may look at a task sees its form, but not what is for those who work on it, such as ballots. */
    private Map<String, Object> shown(Task task, String user, FormDefinition form) {
        var values = new HashMap<>(forms.prefill(formCase(task, user), form));
        var confidential = forms.confidential(form);
        if (user != null && !confidential.isEmpty() && !door.isWorkable(task.getId(), user)) {
            values.keySet().removeAll(confidential);
        }
        return values;
    }

    public void mustBeWorkable(String taskId, String userId) {
        var task = door.hold(taskId, userId);
        door.mustBeWorkable(task, userId);
        colleagues.standIn(task, userId);
    }

    public boolean isHeldBy(String taskId, String userId) {
        return userId.equals(door.hold(taskId, userId).getAssignee());
    }

    public void asSystem(Runnable work) {
        asSystem.call(() -> {
            work.run();
            return null;
        });
    }

    private Task system(String taskId) {
        var task = engine.getTaskService()
                .createTaskQuery()
                .taskId(taskId)
                .initializeFormKeys()
                .singleResult();
        if (task == null) {
            throw TaskUnavailable.gone();
        }
        return task;
    }

    FormCase formCase(Task task, String user) {
        var processKey = task.getProcessDefinitionId().split(":")[0];
        return new FormCase(
                door.matterNo(task),
                task.getTenantId(),
                task.getCamundaFormRef() == null ? "" : task.getCamundaFormRef().getKey(),
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName() == null ? "" : task.getName(),
                processKey,
                user,
                clock.instant(),
                Map.copyOf(withoutNulls(routing(task))));
    }

    /** What its process knows; a task keeps no values of its own. */
    private Map<String, Object> routing(Task task) {
        return asSystem.call(() -> task instanceof TaskEntity entity && TaskAccessPolicy.isWithinCommand()
                ? new HashMap<>(entity.getExecution().getVariables())
                : engine.getTaskService().getVariables(task.getId()));
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> values) {
        values.values().removeIf(Objects::isNull);
        return values;
    }
}
