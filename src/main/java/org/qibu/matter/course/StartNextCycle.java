package org.qibu.matter.course;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Matters;
import org.qibu.matter.Routing;
import org.qibu.matter.Timeline;

/** Begins consultation anew after a later step sent the matter back: next cycle, first round, nothing adjourned. */
@ModelBean
class StartNextCycle implements JavaDelegate {

    private final Routing routing;
    private final Matters matters;
    private final Timeline timeline;

    StartNextCycle(Routing routing, Matters matters, Timeline timeline) {
        this.routing = routing;
        this.matters = matters;
        this.timeline = timeline;
    }

    @Override
    public void execute(DelegateExecution execution) {
        routing.raise(execution, "cycle");
        routing.set(execution, "round", 1);
        routing.set(execution, "adjourned", 0);
        routing.mirror(execution);
        timeline.tell(
                matters.get(execution.getProcessBusinessKey()), null, "nextCycle", Routing.number(execution, "cycle"));
    }
}
