package org.qibu.matter.course;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Matters;
import org.qibu.matter.Routing;
import org.qibu.matter.Step;
import org.qibu.matter.Timeline;
import org.qibu.matter.correspondence.Correspondence;
import org.qibu.text.CodeLabels;

/** Notes that a matter enters a step and tells its proposer. */
@ModelBean
class EnterStep implements ExecutionListener {

    private final Matters matters;
    private final Timeline timeline;
    private final Correspondence correspondence;

    EnterStep(Matters matters, Timeline timeline, Correspondence correspondence) {
        this.matters = matters;
        this.timeline = timeline;
        this.correspondence = correspondence;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var step = StepOfCall.of(execution.getCurrentActivityId());
        var matterNo = execution.getProcessBusinessKey();
        matters.enterStep(matterNo, step, Routing.inSight(execution));
        var matter = matters.get(matterNo);
        timeline.tell(matter, null, "entered", CodeLabels.key(step));
        if (step != Step.S1) {
            correspondence.tellStatus(
                    matter,
                    step + ":" + matter.cycle() + ":" + matter.reopened() + ":" + execution.getId(),
                    "entered." + step);
        }
    }
}
