package org.qibu.collection;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;

/** Takes a matter up whose refusal did not stand. */
@ModelBean
class OverturnRefusal implements JavaDelegate {

    private final Matters matters;
    private final Timeline timeline;

    OverturnRefusal(Matters matters, Timeline timeline) {
        this.matters = matters;
        this.timeline = timeline;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var matter = matters.get(execution.getProcessBusinessKey());
        execution.setVariable(CollectionElements.RESULT, CollectionElements.RESULT_ACCEPT);
        matters.overturnRefusal(matter.matterNo());
        timeline.tell(matter, null, "acceptedAfterAll");
    }
}
