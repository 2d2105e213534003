package org.qibu.matter.staff;

import java.util.LinkedHashMap;
import java.util.List;
import org.qibu.engine.StaffTasks;
import org.qibu.engine.StaffTasks.StaffTask;
import org.qibu.engine.TaskPlaces;
import org.qibu.mail.MailKind;
import org.qibu.mail.StaffNote;
import org.qibu.mail.WaitingWork;
import org.qibu.matter.Matters;
import org.springframework.stereotype.Component;

/** Tells the daily mails what waits. */
@Component
class WaitingTasks implements WaitingWork {

    private final StaffTasks tasks;
    private final TaskPlaces places;
    private final Matters matters;
    private final TaskWords words;

    WaitingTasks(StaffTasks tasks, TaskPlaces places, Matters matters, TaskWords words) {
        this.tasks = tasks;
        this.places = places;
        this.matters = matters;
        this.words = words;
    }

    @Override
    public List<StaffNote> unclaimed(String accountId) {
        return tasks.free(accountId).stream().map(task -> note(task, accountId)).toList();
    }

    private StaffNote note(StaffTask task, String accountId) {
        var values = new LinkedHashMap<String, Object>();
        if (task.matterNo() != null) {
            matters.find(task.matterNo()).map(words::of).ifPresent(values::putAll);
        }
        values.put("taskName", task.name());
        values.put("due", task.due());
        return new StaffNote(
                accountId, MailKind.TASK, task.id(), task.matterNo(), task.communityCode(), task.id(), values);
    }

    @Override
    public boolean isOpen(String taskId) {
        return places.isOpen(taskId);
    }

    @Override
    public boolean isOpenTo(String taskId, String accountId) {
        return places.isWorkable(taskId, accountId);
    }
}
