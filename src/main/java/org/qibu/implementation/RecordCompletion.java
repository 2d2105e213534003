package org.qibu.implementation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.engine.ModelBean;

/** Records that accepted work is complete. */
@ModelBean
class RecordCompletion implements JavaDelegate {

    private final Completion completion;

    RecordCompletion(Completion completion) {
        this.completion = completion;
    }

    @Override
    public void execute(DelegateExecution execution) {
        completion.record(execution.getProcessBusinessKey(), null);
    }
}
