package org.qibu.matter.course;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Outcome;
import org.qibu.matter.Routing;
import org.qibu.matter.contract.DeliberationElements;

/** Ends a matter with the outcome its end event stands for, and answers its proposer. */
@ModelBean
class CloseMatter implements ExecutionListener {

    private static final Map<String, Outcome> OUTCOMES = Map.of(
            DeliberationElements.END_CLOSED, Outcome.CLOSED,
            DeliberationElements.END_NOT_ACCEPTED, Outcome.NOT_ACCEPTED,
            DeliberationElements.END_REFERRED, Outcome.REFERRED,
            DeliberationElements.END_WITHDRAWN, Outcome.WITHDRAWN,
            DeliberationElements.END_WITHDRAWN_ON_REQUEST, Outcome.WITHDRAWN,
            DeliberationElements.END_NOT_ADOPTED, Outcome.NOT_ADOPTED);

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
                OUTCOMES.getOrDefault(execution.getCurrentActivityId(), Outcome.CLOSED),
                execution.getProcessInstanceId());
    }
}
