package org.qibu.engine.settings;

import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.qibu.engine.CourseElements;
import org.qibu.engine.RoutingCode;

/**
 * Everything a deliberation must be able to show later, without the job log, the identity-link log, the trail of each
 * variable, and the tables of deadlines, whose results stand in our own tables; and the last net that keeps personal data
 * out of the engine: a text that is not a code is refused.
 */
class LeanHistory implements HistoryLevel {

    static final String NAME = "qibu";

    private static final Set<HistoryEventType> LEFT_OUT = Set.of(
            HistoryEventTypes.JOB_CREATE,
            HistoryEventTypes.JOB_SUCCESS,
            HistoryEventTypes.JOB_FAIL,
            HistoryEventTypes.JOB_DELETE,
            HistoryEventTypes.IDENTITY_LINK_ADD,
            HistoryEventTypes.IDENTITY_LINK_DELETE,
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL);
    private static final Set<String> DEADLINES =
            Set.of(CourseElements.TABLE_DEADLINES, CourseElements.TABLE_ESCALATION_LADDER);

    @Override
    public int getId() {
        return 77;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        if (entity instanceof VariableInstanceEntity variable) {
            mustBeHarmless(variable);
        }
        return !LEFT_OUT.contains(type) && !isOfDeadlines(entity);
    }

    private static boolean isOfDeadlines(Object entity) {
        return entity instanceof DmnDecision decision && DEADLINES.contains(decision.getKey());
    }

    /** Forms hand over codes only, so it is a model that would store something else. */
    private static void mustBeHarmless(VariableInstanceEntity variable) {
        var text = variable.getTextValue();
        if (text != null && !RoutingCode.is(text)) {
            throw new IllegalStateException("流程变量只能存放代码和数字，不能存放“" + variable.getName() + "”这样的文字。");
        }
    }
}
