package org.qibu.matter.course;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Matters;
import org.qibu.matter.Routing;
import org.qibu.matter.Timeline;

/** Opens a matter again after the review found it wanting. */
@ModelBean
class ReopenMatter implements JavaDelegate {

    private final Routing routing;
    private final Matters matters;
    private final Timeline timeline;

    ReopenMatter(Routing routing, Matters matters, Timeline timeline) {
        this.routing = routing;
        this.matters = matters;
        this.timeline = timeline;
    }

    @Override
    public void execute(DelegateExecution execution) {
        routing.raise(execution, "reopened");
        routing.set(execution, "rectified", 0);
        routing.set(execution, "implementationEntry", "PLAN");
        routing.mirror(execution);
        timeline.tell(
                matters.get(execution.getProcessBusinessKey()),
                null,
                "reopened",
                Routing.number(execution, "reopened"));
    }
}
