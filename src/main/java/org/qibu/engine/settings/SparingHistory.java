package org.qibu.engine.settings;

import java.util.Set;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * Writes the history without a row for each gateway that only chooses, start and end a matter passes without stopping: two
 * thirds of all activities. Where a process began and ended stands in its own row, which way it took in the activities after.
 */
class SparingHistory extends DbHistoryEventHandler {

    private static final Set<String> PASSED_WITHOUT_STOPPING =
            Set.of(ActivityTypes.GATEWAY_EXCLUSIVE, ActivityTypes.START_EVENT, ActivityTypes.END_EVENT_NONE);

    @Override
    public void handleEvent(HistoryEvent event) {
        if (!isPassedWithoutStopping(event)) {
            super.handleEvent(event);
        }
    }

    private static boolean isPassedWithoutStopping(HistoryEvent event) {
        return event instanceof HistoricActivityInstanceEventEntity activity
                && PASSED_WITHOUT_STOPPING.contains(activity.getActivityType());
    }
}
