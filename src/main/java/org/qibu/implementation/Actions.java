package org.qibu.implementation;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.qibu.engine.ModelBean;
import org.qibu.matter.action.PlannedAction;
import org.qibu.matter.action.PlannedActions;

/** Model bean: open actions and the group that approves a delay. */
@ModelBean
public class Actions {

    private final PlannedActions actions;

    Actions(PlannedActions actions) {
        this.actions = actions;
    }

    /** The numbers of the actions of the present plan that are not done yet. */
    public List<Integer> open(DelegateExecution execution) {
        return actions.current(execution.getProcessBusinessKey()).stream()
                .filter(PlannedAction::isOpen)
                .map(PlannedAction::no)
                .toList();
    }

    /** The group that decides on the delay that was just asked for. */
    public String delayApprovers(DelegateExecution execution) {
        return "SHORT".equals(execution.getVariable("delay")) ? "two-committees" : "subdistrict";
    }
}
