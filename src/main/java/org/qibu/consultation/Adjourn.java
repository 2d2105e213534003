package org.qibu.consultation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Matters;
import org.qibu.matter.Routing;
import org.qibu.matter.Timeline;

/** Puts a meeting off that too few came to. */
@ModelBean
class Adjourn implements JavaDelegate {

    private final Matters matters;
    private final Timeline timeline;
    private final Routing routing;

    Adjourn(Matters matters, Timeline timeline, Routing routing) {
        this.matters = matters;
        this.timeline = timeline;
        this.routing = routing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        routing.raise(execution, "adjourned");
        routing.mirror(execution);
        timeline.tell(matters.get(execution.getProcessBusinessKey()), null, "adjourned");
    }
}
