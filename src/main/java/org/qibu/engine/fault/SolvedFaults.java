package org.qibu.engine.fault;

import org.qibu.engine.TaskFacts;
import org.qibu.engine.TaskWatcher;
import org.springframework.stereotype.Component;

/** Closes what was noted about a task once it ended. */
@Component
class SolvedFaults implements TaskWatcher {

    private final ProcessFaults faults;
    private final FaultIncidents incidents;

    SolvedFaults(ProcessFaults faults, FaultIncidents incidents) {
        this.faults = faults;
        this.incidents = incidents;
    }

    @Override
    public void ended(TaskFacts task) {
        if (faults.solved(task.taskId())) {
            incidents.left(task.taskId());
        }
    }
}
