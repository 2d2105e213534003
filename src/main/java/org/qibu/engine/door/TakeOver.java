package org.qibu.engine.door;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.qibu.engine.Deputies;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands a task to whoever stands in for the colleague it belongs to, and notes for whom they do it. */
@Component
public class TakeOver {

    private final ProcessEngine engine;
    private final TaskDoor door;
    private final ObjectProvider<Deputies> deputies;
    private final Unchecked unchecked;

    TakeOver(ProcessEngine engine, TaskDoor door, ObjectProvider<Deputies> deputies, Unchecked unchecked) {
        this.engine = engine;
        this.door = door;
        this.deputies = deputies;
        this.unchecked = unchecked;
    }

    /** From now on the task is this person's; refused like any work that is not theirs to do. */
    @Transactional
    public void take(String taskId, String userId) {
        var task = door.hold(taskId, userId);
        door.mustBeWorkable(task, userId);
        standIn(task, userId);
        unchecked.call(() -> {
            engine.getTaskService().setAssignee(taskId, userId);
            return null;
        });
    }

    /** Notes for whom this person works on the task, where it is not their own. */
    void standIn(Task task, String userId) {
        door.absentBehind(task, userId)
                .ifPresent(absent -> deputies.stream().forEach(each -> each.acts(task.getId(), userId, absent)));
    }
}
