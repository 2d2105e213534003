package org.qibu.review;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.qibu.matter.correspondence.Correspondence;

/** Opens the survey and asks everybody concerned; a second time in the same review it is a repeated one. */
@ModelBean
class OpenSurvey implements JavaDelegate {

    private static final String REPEATED = "surveyRepeated";

    private final Matters matters;
    private final Timeline timeline;
    private final Correspondence correspondence;

    OpenSurvey(Matters matters, Timeline timeline, Correspondence correspondence) {
        this.matters = matters;
        this.timeline = timeline;
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var repeated = execution.hasVariable(REPEATED);
        execution.setVariable(REPEATED, repeated);
        var matter = matters.get(execution.getProcessBusinessKey());
        timeline.tell(matter, null, repeated ? "surveyRepeated" : "surveyOpened");
        correspondence.tellAllConcerned(
                matter, "survey:" + execution.getProcessInstanceId() + ":" + repeated, "surveyOpened");
    }
}
