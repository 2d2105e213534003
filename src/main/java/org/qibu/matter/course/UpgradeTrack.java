package org.qibu.matter.course;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Matters;
import org.qibu.matter.Routing;
import org.qibu.matter.Timeline;
import org.qibu.matter.Track;

/** Gives a matter that could not be settled on the spot the full course. */
@ModelBean
class UpgradeTrack implements JavaDelegate {

    private final Routing routing;
    private final Matters matters;
    private final Timeline timeline;

    UpgradeTrack(Routing routing, Matters matters, Timeline timeline) {
        this.routing = routing;
        this.matters = matters;
        this.timeline = timeline;
    }

    @Override
    public void execute(DelegateExecution execution) {
        routing.set(execution, "track", Track.IN_DEPTH.name());
        routing.set(execution, "round", 1);
        routing.set(execution, "adjourned", 0);
        routing.mirror(execution);
        timeline.tell(matters.get(execution.getProcessBusinessKey()), null, "upgraded");
    }
}
