package org.qibu.matter.course;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Matters;
import org.qibu.matter.Routing;
import org.qibu.matter.Timeline;

/** Sends a matter back to its lead unit to put right what the review found. */
@ModelBean
class StartRectification implements JavaDelegate {

    private final Routing routing;
    private final Matters matters;
    private final Timeline timeline;

    StartRectification(Routing routing, Matters matters, Timeline timeline) {
        this.routing = routing;
        this.matters = matters;
        this.timeline = timeline;
    }

    @Override
    public void execute(DelegateExecution execution) {
        routing.raise(execution, "rectified");
        routing.set(execution, "implementationEntry", "RECTIFY");
        routing.mirror(execution);
        timeline.tell(matters.get(execution.getProcessBusinessKey()), null, "rectification");
    }
}
