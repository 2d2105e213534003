package org.qibu.engine.settings;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.qibu.engine.RoutingCode;

/**
 * What a deliberation must be able to show later of its way through the engine: who did what, each task and activity, and the
 * values of the main process. Not the job log, the identity-link log and the trail of each variable; not the copies of values
 * that called processes and single tasks hold; not the fields of forms, which stand in our own records word for word; not
 * what tables were asked, since the answers are among the values and the questions in those records.
 *
 * <p>Also the last net that keeps personal data out of the engine: a text that is not a code is refused.
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
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
            HistoryEventTypes.FORM_PROPERTY_UPDATE,
            HistoryEventTypes.DMN_DECISION_EVALUATE);

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
            if (!isOfMainProcess(variable)) {
                return false;
            }
        }
        return !LEFT_OUT.contains(type);
    }

    /** Whether it lies on the outermost process itself. */
    private static boolean isOfMainProcess(VariableInstanceEntity variable) {
        var execution = variable.getExecution();
        return variable.getTaskId() == null
                && execution != null
                && execution.isProcessInstanceExecution()
                && execution.getSuperExecutionId() == null;
    }

    /** Forms hand over codes only, so it is a model that would store something else. */
    private static void mustBeHarmless(VariableInstanceEntity variable) {
        var text = variable.getTextValue();
        if (text != null && !RoutingCode.is(text)) {
            throw new IllegalStateException("流程变量只能存放代码和数字，不能存放“" + variable.getName() + "”这样的文字。");
        }
    }
}
