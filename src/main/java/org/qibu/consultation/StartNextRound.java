package org.qibu.consultation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Matters;
import org.qibu.matter.Routing;
import org.qibu.matter.Timeline;

/** Opens the next round, with what the last one left open. */
@ModelBean
class StartNextRound implements JavaDelegate {

    private final Matters matters;
    private final Timeline timeline;
    private final Routing routing;

    StartNextRound(Matters matters, Timeline timeline, Routing routing) {
        this.matters = matters;
        this.timeline = timeline;
        this.routing = routing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var round = routing.raise(execution, "round");
        routing.mirror(execution);
        timeline.tell(matters.get(execution.getProcessBusinessKey()), null, "nextRound", round);
    }
}
