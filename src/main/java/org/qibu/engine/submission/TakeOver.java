package org.qibu.engine.submission;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.qibu.engine.identity.AsSystem;
import org.qibu.engine.spi.Deputies;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/** Hands a task to whoever stands in for the colleague it belongs to, and notes for whom they do it. */
@Component
@NamedInterface("submission")
public class TakeOver {

    private final ProcessEngine engine;
    private final TaskAccessPolicy door;
    private final SingletonSupplier<List<Deputies>> deputies;
    private final AsSystem asSystem;

    TakeOver(ProcessEngine engine, TaskAccessPolicy door, ObjectProvider<Deputies> deputies, AsSystem asSystem) {
        this.engine = engine;
        this.door = door;
        this.deputies = SingletonSupplier.of(() -> deputies.stream().toList());
        this.asSystem = asSystem;
    }

    /** From now on the task is this person's; refused like any work that is not theirs to do. */
    @Transactional
    public void take(String taskId, String userId) {
        var task = door.hold(taskId, userId);
        door.mustBeWorkable(task, userId);
        standIn(task, userId);
        asSystem.call(() -> {
            engine.getTaskService().setAssignee(taskId, userId);
            return null;
        });
    }

    /** Notes for whom this person works on the task, where it is not their own. */
    void standIn(Task task, String userId) {
        door.absentBehind(task, userId)
                .ifPresent(
                        absent -> deputies.obtain().stream().forEach(each -> each.acts(task.getId(), userId, absent)));
    }
}
