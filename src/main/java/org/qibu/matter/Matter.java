package org.qibu.matter;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A matter as it stands. Contact data of the proposer are in it and leave the room only for staff of the community.
 *
 * @param title as it was raised; not before staff confirmed a {@code publicTitle} may others read one
 * @param publicTitle what staff confirmed; null until then
 * @param openedBy the account that recorded it; null where a resident did so online
 * @param outcome how it ended; null while it is open
 * @param track null until it is verified; likewise {@code matterType}, {@code urgency} and {@code level} until they are decided
 */
public record Matter(
        MatterNo number,
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
        MatterStatus status,
        Outcome outcome,
        MatterNo mergedInto,
        MatterCode<Track> track,
        MatterCode<MatterType> matterType,
        MatterCode<Urgency> urgency,
        MatterCode<Level> level,
        int round,
        int adjourned,
        int cycle,
        int reopened,
        String leadUnit,
        Instant openedAt,
        String openedBy,
        Instant completedAt,
        Instant closedAt) {

    /** The number as a text: the business key of its processes. */
    public String matterNo() {
        return number.value();
    }

    /** Whether nothing is left to do. */
    public boolean isClosed() {
        return outcome != null;
    }

    /** Whether the matter takes the short course. */
    public boolean isInstant() {
        return track != null && track.is(Track.INSTANT);
    }

    /** Whether it is about this. */
    public boolean isAbout(MatterType type) {
        return matterType != null && matterType.is(type);
    }

    /** Whether people or homes are in danger, so that work and meetings do not wait. */
    public boolean isEmergency() {
        return urgency != null && urgency.is(Urgency.EMERGENCY);
    }

    /** How urgent its tasks are: NORMAL until it is decided, and where only a table knows what the code means. */
    public Urgency urgencyOfTasks() {
        return urgency == null ? Urgency.NORMAL : urgency.known().orElse(Urgency.NORMAL);
    }
}
