package org.qibu.matter.course;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Matters;
import org.qibu.matter.Routing;
import org.qibu.matter.Timeline;

/** Takes a matter one level up, where more people can be brought to the table. */
@ModelBean
class RaiseLevel implements JavaDelegate {

    private static final List<String> LEVELS = List.of("BUILDING", "COMPOUND", "COMMUNITY", "SUBDISTRICT");
    private static final Map<String, String> LEVEL_OF_SCOPE = Map.of(
            "STAIRWELL", "BUILDING",
            "BUILDING", "BUILDING",
            "COMPOUND", "COMPOUND",
            "COMMUNITY", "COMMUNITY",
            "CROSS_COMMUNITY", "SUBDISTRICT");

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

    /** How often the level of the scope is raised to lie one above the present one, which a committee may have changed. */
    private static int raisesAbove(DelegateExecution execution) {
        var base = LEVELS.indexOf(
                LEVEL_OF_SCOPE.getOrDefault(String.valueOf(execution.getVariable("affectedScope")), "COMMUNITY"));
        var present = LEVELS.indexOf(String.valueOf(execution.getVariable("level")));
        return Math.min(LEVELS.size() - 1, Math.max(present, base) + 1) - base;
    }
}
