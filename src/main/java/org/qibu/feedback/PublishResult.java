package org.qibu.feedback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Matters;
import org.qibu.matter.correspondence.Correspondence;

/** Publishes the result; sets for the model whether the proposer could be reached and which kind of notice follows. */
@ModelBean
class PublishResult implements JavaDelegate {

    private final Matters matters;
    private final Results results;
    private final Correspondence correspondence;

    PublishResult(Matters matters, Results results, Correspondence correspondence) {
        this.matters = matters;
        this.results = results;
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var matter = matters.get(execution.getProcessBusinessKey());
        results.publish(matter);
        execution.setVariable("proposerReachable", correspondence.isProposerReachable(matter));
        execution.setVariable("noticeKind", Results.NOTICE);
    }
}
