package org.qibu.engine.tasks;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.qibu.engine.FileDemand;
import org.qibu.engine.FormCase;
import org.qibu.engine.RowList;
import org.qibu.engine.form.FileDemands;
import org.qibu.engine.form.FormDefinition;
import org.qibu.engine.form.FormSubmissionService;
import org.qibu.engine.identity.AsSystem;
import org.qibu.engine.submission.FormLibrary;
import org.qibu.engine.submission.TaskAccessPolicy;
import org.springframework.stereotype.Component;

/** The tasks of a matter that wait, for whom, and which row lists their forms ask for. */
@Component
public class OpenTasks {

    private final TaskService tasks;
    private final FormLibrary library;
    private final FormSubmissionService forms;
    private final FileDemands files;
    private final TaskAccessPolicy door;
    private final AsSystem asSystem;
    private final Clock clock;

    OpenTasks(
            TaskService tasks,
            FormLibrary library,
            FormSubmissionService forms,
            FileDemands files,
            TaskAccessPolicy door,
            AsSystem asSystem,
            Clock clock) {
        this.tasks = tasks;
        this.library = library;
        this.forms = forms;
        this.files = files;
        this.door = door;
        this.asSystem = asSystem;
        this.clock = clock;
    }

    /**
     * One task that waits.
     *
     * @param groups the candidate groups
     * @param rows the row lists its form asks for
     * @param files the files its form asks for, and how many came in
     * @param workable whether the asking user may complete it
     */
    public record OpenTask(
            String id,
            String key,
            String name,
            String processKey,
            String assignee,
            List<String> groups,
            Instant due,
            List<RowList> rows,
            List<FileDemand.Met> files,
            boolean workable) {

        /** Whether its form asks for this list of rows. */
        public boolean asksFor(String field) {
            return rows.stream().anyMatch(list -> list.field().equals(field));
        }
    }

    /** The open tasks of a matter, oldest first, as this user may work on them. */
    public List<OpenTask> of(String matterNo, String userId) {
        return waiting(matterNo).stream()
                .map(task -> open(matterNo, task, userId))
                .toList();
    }

    /** The rows a task's form would show for this list: what was entered before, or what its step proposes. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> proposed(String matterNo, OpenTask open, String field) {
        var task = waiting(matterNo).stream()
                .filter(each -> each.getId().equals(open.id()))
                .findFirst();
        return task.flatMap(each -> form(each).map(form -> forms.prefill(formCase(matterNo, each, form), form)))
                .map(values -> values.get(field))
                .filter(List.class::isInstance)
                .map(rows -> ((List<Object>) rows)
                        .stream()
                                .filter(Map.class::isInstance)
                                .map(row -> (Map<String, Object>) row)
                                .toList())
                .orElse(List.of());
    }

    private List<Task> waiting(String matterNo) {
        return asSystem.call(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(matterNo)
                .active()
                .initializeFormKeys()
                .orderByTaskCreateTime()
                .asc()
                .list());
    }

    private OpenTask open(String matterNo, Task task, String userId) {
        return new OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                processKey(task),
                task.getAssignee(),
                groups(task),
                Optional.ofNullable(task.getDueDate()).map(Date::toInstant).orElse(null),
                form(task).map(forms::rowLists).orElse(List.of()),
                form(task)
                        .filter(form -> !form.files().isEmpty())
                        .map(form -> files.met(formCase(matterNo, task, form), form))
                        .orElse(List.of()),
                door.isWorkable(task.getId(), userId));
    }

    private Optional<FormDefinition> form(Task task) {
        return FormLibrary.readable(() -> library.of(task));
    }

    private List<String> groups(Task task) {
        return asSystem.call(() -> tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    private FormCase formCase(String matterNo, Task task, FormDefinition form) {
        var routing = asSystem.call(() -> new HashMap<>(tasks.getVariables(task.getId())));
        routing.values().removeIf(Objects::isNull);
        return new FormCase(
                matterNo,
                task.getTenantId(),
                form.id(),
                task.getId(),
                task.getTaskDefinitionKey(),
                processKey(task),
                task.getAssignee(),
                clock.instant(),
                routing);
    }

    private static String processKey(Task task) {
        var definition = task.getProcessDefinitionId();
        return definition == null ? "" : definition.split(":")[0];
    }
}
