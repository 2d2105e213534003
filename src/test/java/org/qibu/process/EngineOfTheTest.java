package org.qibu.process;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Puts the engine of a test's application back into the list the REST interface asks. All applications of one process share
 * that list, and one that ends takes out whichever bears the name of its own engine.
 */
public final class EngineOfTheTest extends AbstractTestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        test.getApplicationContext().getBeanProvider(ProcessEngine.class).ifAvailable(engine -> {
            if (ProcessEngines.getProcessEngines().get(engine.getName()) != engine) {
                ProcessEngines.registerProcessEngine(engine);
            }
        });
    }
}
