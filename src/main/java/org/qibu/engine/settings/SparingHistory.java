package org.qibu.engine.settings;

import java.util.Set;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * Writes the history without a row for each gateway that only chooses, start and end a matter passes without stopping: two
 * thirds of all activities. Where a process began and ended stands in its own row, which way it took in the activities after.
 *
 * <p>What ends is not read again to learn when it began: {@link HistoryUpdate} works out from its row how long it took.
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

    @Override
    protected void insertOrUpdate(HistoryEvent event) {
        if (!isInitialEvent(event) && isChangeOfOlderRow(event)) {
            getDbEntityManager().merge(event);
        } else {
            super.insertOrUpdate(event);
        }
    }

    private boolean isChangeOfOlderRow(HistoryEvent event) {
        return event.getId() != null
                && HistoryUpdate.ofType(event.getClass()).isPresent()
                && getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) == null;
    }

    private static boolean isPassedWithoutStopping(HistoryEvent event) {
        return event instanceof HistoricActivityInstanceEventEntity activity
                && PASSED_WITHOUT_STOPPING.contains(activity.getActivityType());
    }
}
