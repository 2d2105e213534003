package org.qibu.matter.staff;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.qibu.engine.tasks.StaffTasks;
import org.qibu.engine.tasks.StaffTasks.StaffTask;
import org.qibu.engine.tasks.TaskMatters;
import org.qibu.mail.MailKind;
import org.qibu.mail.StaffNote;
import org.qibu.mail.staff.WaitingWork;
import org.qibu.matter.Matters;
import org.springframework.stereotype.Component;

/** Finds for the daily mails what waits. */
@Component
class WaitingTasks implements WaitingWork {

    private final StaffTasks tasks;
    private final TaskMatters places;
    private final Matters matters;
    private final TaskWords words;

    WaitingTasks(StaffTasks tasks, TaskMatters places, Matters matters, TaskWords words) {
        this.tasks = tasks;
        this.places = places;
        this.matters = matters;
        this.words = words;
    }

    @Override
    public Set<String> offered(Collection<String> accountIds) {
        return tasks.offeredAny(accountIds);
    }

    @Override
    public List<StaffNote> unclaimed(String accountId) {
        var free = tasks.free(accountId);
        var said = words.of(matters.of(
                free.stream().map(StaffTask::matterNo).filter(Objects::nonNull).collect(Collectors.toSet())));
        return free.stream()
                .map(task -> note(task, said.getOrDefault(task.matterNo(), Map.of()), accountId))
                .toList();
    }

    private static StaffNote note(StaffTask task, Map<String, Object> said, String accountId) {
        var values = new LinkedHashMap<String, Object>(said);
        values.put("taskName", task.name());
        values.put("due", task.due());
        return new StaffNote(
                accountId, MailKind.TASK, task.id(), task.matterNo(), task.communityCode(), task.id(), values);
    }

    @Override
    public Set<String> open(Collection<String> taskIds) {
        return places.open(taskIds);
    }

    /** Each is looked at by itself only where it is not among those the person could take. */
    @Override
    public Set<String> openTo(Collection<String> taskIds, String accountId) {
        if (taskIds.isEmpty()) {
            return Set.of();
        }
        var free = tasks.free(accountId).stream().map(StaffTask::id).collect(Collectors.toSet());
        return places.open(taskIds).stream()
                .filter(task -> free.contains(task) || places.isWorkable(task, accountId))
                .collect(Collectors.toSet());
    }
}
