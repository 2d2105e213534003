package org.qibu.matter.course;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Routing;

/** Ends a matter with the outcome its end event stands for, and answers its proposer. */
@ModelBean
class CloseMatter implements ExecutionListener {

    private static final Map<String, String> OUTCOMES = Map.of(
            "end_closed", "CLOSED",
            "end_notAccepted", "NOT_ACCEPTED",
            "end_referred", "REFERRED",
            "end_withdrawn", "WITHDRAWN",
            "end_withdrawnOnRequest", "WITHDRAWN",
            "end_notAdopted", "NOT_ADOPTED");

    private final Closing closing;
    private final Routing routing;

    CloseMatter(Closing closing, Routing routing) {
        this.closing = closing;
        this.routing = routing;
    }

    /** An end event drawn by a process admin ends the matter as dealt with. */
    @Override
    public void notify(DelegateExecution execution) {
        routing.mirror(execution);
        closing.close(
                execution.getProcessBusinessKey(),
                OUTCOMES.getOrDefault(execution.getCurrentActivityId(), "CLOSED"),
                execution.getProcessInstanceId());
    }
}
