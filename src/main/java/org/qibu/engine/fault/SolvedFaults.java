package org.qibu.engine.fault;

import org.qibu.engine.TaskFacts;
import org.qibu.engine.TaskWatcher;
import org.springframework.stereotype.Component;

/** Closes what was noted about a task once it ended. */
@Component
class SolvedFaults implements TaskWatcher {

    private final ProcessFaults faults;

    SolvedFaults(ProcessFaults faults) {
        this.faults = faults;
    }

    @Override
    public void ended(TaskFacts task) {
        faults.solved(task.taskId());
    }
}
