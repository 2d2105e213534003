package org.qibu.deadlines.board;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qibu.matter.Urgency;

/**
 * A line of the board.
 *
 * @param title of the matter; null where there is none
 * @param step S1 to S7; null likewise
 * @param holder the account that holds the task, or the groups and accounts it is offered to, separated by commas
 * @param claimed whether somebody holds it
 * @param daysLate whole working days after the due day; 0 while it is in time
 * @param next when the next rung falls due; null after the last
 */
public record OpenDeadline(
        String taskId,
        String taskName,
        @Nullable String matterNo,
        @Nullable String title,
        @Nullable String communityCode,
        @Nullable String step,
        String holder,
        boolean claimed,
        Urgency urgency,
        Instant dueAt,
        State state,
        int daysLate,
        int level,
        boolean red,
        @Nullable Instant next) {

    /** How a task stands in time. */
    public enum State {
        LATE,
        NEAR,
        NORMAL,
        HELD
    }
}
