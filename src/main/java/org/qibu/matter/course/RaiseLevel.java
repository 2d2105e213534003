package org.qibu.matter.course;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Level;
import org.qibu.matter.Matters;
import org.qibu.matter.Routing;
import org.qibu.matter.Timeline;
import org.qibu.matter.contract.FixAgendaFields;
import org.qibu.matter.contract.VerifyIssueFields;

/** Takes a matter one level up, where more people can be brought to the table. */
@ModelBean
class RaiseLevel implements JavaDelegate {

    private final Routing routing;
    private final Matters matters;
    private final Timeline timeline;

    RaiseLevel(Routing routing, Matters matters, Timeline timeline) {
        this.routing = routing;
        this.matters = matters;
        this.timeline = timeline;
    }

    @Override
    public void execute(DelegateExecution execution) {
        routing.set(execution, "raises", raisesAbove(execution));
        routing.set(execution, "round", 1);
        routing.set(execution, "adjourned", 0);
        routing.mirror(execution);
        timeline.tell(matters.get(execution.getProcessBusinessKey()), null, "levelRaised");
    }

    private static int raisesAbove(DelegateExecution execution) {
        return Level.raisesAbove(
                String.valueOf(execution.getVariable(VerifyIssueFields.AFFECTED_SCOPE)),
                String.valueOf(execution.getVariable(FixAgendaFields.LEVEL)));
    }
}
