package org.qibu.collection;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;

/** Passes a matter that is the government's duty on, with a receipt instead of a silent refusal. */
@ModelBean
class ReferIssue implements JavaDelegate {

    private final Matters matters;
    private final Timeline timeline;

    ReferIssue(Matters matters, Timeline timeline) {
        this.matters = matters;
        this.timeline = timeline;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var matter = matters.get(execution.getProcessBusinessKey());
        timeline.tell(matter, null, "referred");
    }
}
