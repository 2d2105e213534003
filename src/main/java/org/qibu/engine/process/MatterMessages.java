package org.qibu.engine.process;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.qibu.engine.TaskUnavailable;
import org.qibu.engine.fault.ProcessFaultService;
import org.qibu.engine.identity.AsSystem;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Sends a waiting matter messages about what happened outside the tasks: an objection, a reply, a withdrawal. */
@Component
public class MatterMessages {

    private final ProcessEngine engine;
    private final AsSystem asSystem;
    private final ProcessFaultService faults;

    MatterMessages(ProcessEngine engine, AsSystem asSystem, ProcessFaultService faults) {
        this.engine = engine;
        this.asSystem = asSystem;
        this.faults = faults;
    }

    /**
     * Sends the message to whatever process of the matter waits for it.
     *
     * @return whether any did
     * @throws OptimisticLockingFailureException when somebody moved the matter on in the same moment
     * @throws TaskUnavailable when the process cannot go on because of its model, of which the process administrators are told
     */
    public boolean send(String message, String matterNo) {
        try {
            var isHeard = asSystem.call(() -> !engine.getRuntimeService()
                    .createMessageCorrelation(message)
                    .processInstanceBusinessKey(matterNo)
                    .correlateAllWithResult()
                    .isEmpty());
            if (isHeard) {
                faults.taken(message, matterNo);
            }
            return isHeard;
        } catch (OptimisticLockingException lost) {
            throw new OptimisticLockingFailureException(message + " of " + matterNo, lost);
        } catch (RuntimeException failure) {
            throw faults.atMessage(message, matterNo, failure);
        }
    }
}
