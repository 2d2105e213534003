package org.qibu.matter.action;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One action of a plan and how far it got.
 *
 * @param state OPEN, DONE or IMPOSSIBLE
 * @param delays how often a delay was granted
 * @param delaysAsked how often a delay was asked for, granted or not
 * @param askedDue the day a delay was asked to, while the request is open
 */
public record PlannedAction(
        String matterNo,
        int planNo,
        int cycle,
        int no,
        String text,
        String ownerId,
        LocalDate startOn,
        LocalDate dueOn,
        BigDecimal budget,
        String jointKind,
        boolean needsVolunteers,
        int progress,
        String state,
        BigDecimal actualCost,
        int delays,
        int delaysAsked,
        LocalDate askedDue,
        Instant doneAt) {

    /** Whether it is still to be done. */
    public boolean isOpen() {
        return "OPEN".equals(state);
    }
}
