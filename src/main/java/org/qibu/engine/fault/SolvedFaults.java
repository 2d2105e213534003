package org.qibu.engine.fault;

import org.qibu.engine.ProcessFault;
import org.qibu.engine.TaskFacts;
import org.qibu.engine.spi.TaskWatcher;
import org.qibu.transaction.ReadOnce;
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
        if (!ReadOnce.isRecorded(ProcessFault.class, task.taskId()) && faults.solved(task.taskId())) {
            incidents.left(task.taskId());
        }
    }
}
