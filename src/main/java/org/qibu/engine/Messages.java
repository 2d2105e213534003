package org.qibu.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.qibu.engine.door.Unchecked;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Tells a waiting matter that something happened outside the tasks: an objection, a reply, a withdrawal. */
@Component
public class Messages {

    private final ObjectProvider<ProcessEngine> engine;
    private final Unchecked unchecked;

    Messages(ObjectProvider<ProcessEngine> engine, Unchecked unchecked) {
        this.engine = engine;
        this.unchecked = unchecked;
    }

    /**
     * Sends the message to whatever process of the matter waits for it.
     *
     * @return whether any did
     * @throws OptimisticLockingFailureException when somebody moved the matter on in the same moment
     */
    public boolean send(String message, String matterNo) {
        try {
            return unchecked.call(() -> !engine.getObject()
                    .getRuntimeService()
                    .createMessageCorrelation(message)
                    .processInstanceBusinessKey(matterNo)
                    .correlateAllWithResult()
                    .isEmpty());
        } catch (OptimisticLockingException lost) {
            throw new OptimisticLockingFailureException(message + " of " + matterNo, lost);
        }
    }
}
