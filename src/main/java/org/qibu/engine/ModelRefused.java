package org.qibu.engine;

import org.camunda.bpm.engine.exception.NotValidException;

/** A deployment that the gate does not let through; says per file what stands against it. */
public class ModelRefused extends NotValidException {

    public ModelRefused(String message) {
        super(message);
    }
}
