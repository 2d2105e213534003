package org.qibu.engine.submission;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Runs one submission as one engine command: tasks, executions, definitions and values are read once and written once,
 * at its end. Statements of our own see what the engine changed only after the end.
 */
@Component
public class SubmissionCommands {

    private final SingletonSupplier<ProcessEngine> engine;

    SubmissionCommands(ObjectProvider<ProcessEngine> engine) {
        this.engine = SingletonSupplier.of(engine::getObject);
    }

    /** Does the work as one command, within the running transaction. */
    public <T> T inOne(Supplier<T> work) {
        var configuration = (ProcessEngineConfigurationImpl) engine.obtain().getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context -> work.get());
    }
}
