package org.qibu.matter.course;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Matters;
import org.qibu.matter.Routing;
import org.qibu.matter.Timeline;

/** Hands a matter that consultation left open to the meeting of the residents' representatives. */
@ModelBean
class AssignResidentsMeeting implements JavaDelegate {

    private final Routing routing;
    private final Matters matters;
    private final Timeline timeline;

    AssignResidentsMeeting(Routing routing, Matters matters, Timeline timeline) {
        this.routing = routing;
        this.matters = matters;
        this.timeline = timeline;
    }

    @Override
    public void execute(DelegateExecution execution) {
        routing.set(execution, "decisionBody", "RESIDENTS_REP_MEETING");
        routing.set(execution, "ruleId", "RRM");
        routing.set(execution, "statutory", true);
        routing.mirror(execution);
        timeline.tell(matters.get(execution.getProcessBusinessKey()), null, "toResidentsMeeting");
    }
}
