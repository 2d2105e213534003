package org.qibu.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.qibu.engine.door.Unchecked;
import org.qibu.engine.fault.FaultDesk;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Tells a waiting matter that something happened outside the tasks: an objection, a reply, a withdrawal. */
@Component
public class Messages {

    private final ProcessEngine engine;
    private final Unchecked unchecked;
    private final FaultDesk faults;

    Messages(ProcessEngine engine, Unchecked unchecked, FaultDesk faults) {
        this.engine = engine;
        this.unchecked = unchecked;
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
            var isHeard = unchecked.call(() -> !engine.getRuntimeService()
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
