package org.qibu.matter;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A matter as it stands. Contact data of the proposer are in it and leave the room only for staff of the community.
 *
 * @param title as it was raised; not before staff confirmed a {@code publicTitle} may others read one
 * @param publicTitle what staff confirmed; null until then
 * @param openedBy the account that recorded it; null where a resident did so online
 * @param status OPEN, REFUSED (answered, a re-check is possible) or CLOSED
 * @param outcome CLOSED, NOT_ACCEPTED, REFERRED, WITHDRAWN or NOT_ADOPTED once it ended
 */
public record Matter(
        String matterNo,
        String communityCode,
        String title,
        String publicTitle,
        String description,
        String location,
        String buildingNo,
        String unitNo,
        String channel,
        LocalDate happenedOn,
        Long affectedHouseholds,
        String proposerName,
        String proposerPhone,
        String proposerEmail,
        boolean proposerAnonymous,
        String proposerAccount,
        String receipt,
        Step step,
        String status,
        String outcome,
        String mergedInto,
        String track,
        String matterType,
        String urgency,
        String level,
        int round,
        int adjourned,
        int cycle,
        int reopened,
        String leadUnit,
        Instant openedAt,
        String openedBy,
        Instant completedAt,
        Instant closedAt) {

    /** Whether nothing is left to do. */
    public boolean isClosed() {
        return outcome != null;
    }

    /** Whether the matter takes the short course. */
    public boolean isInstant() {
        return "INSTANT".equals(track);
    }
}
