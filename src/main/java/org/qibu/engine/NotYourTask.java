package org.qibu.engine;

import org.camunda.bpm.engine.AuthorizationException;

/** A task that this person sees but may not work on; becomes HTTP status 403. */
public class NotYourTask extends AuthorizationException {

    public NotYourTask(String message) {
        super(message);
    }
}
