package org.qibu.community.offices;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.qibu.community.Office;

/**
 * One account's time in an office of a community, both days included.
 *
 * @param fromDay null where it began before terms were kept
 * @param toDay null while no end is known
 * @param calledOff whether it was withdrawn before it began
 * @param enteredBy null where the installation brought it in
 * @param changedBy who ended it or called it off; null while nobody did
 * @param endedAt when it was seen to be over, whatever the clock says since; null before
 */
public record Term(
        long id,
        String communityCode,
        Office office,
        String account,
        @Nullable LocalDate fromDay,
        @Nullable LocalDate toDay,
        boolean calledOff,
        Instant enteredAt,
        @Nullable String enteredBy,
        @Nullable Instant changedAt,
        @Nullable String changedBy,
        @Nullable Instant endedAt) {

    /** Whether it covers this day and is not over. */
    public boolean isOn(LocalDate day) {
        return !calledOff && !isAfter(day) && !isBefore(day);
    }

    /** Whether it begins after this day. */
    public boolean isAfter(LocalDate day) {
        return fromDay != null && fromDay.isAfter(day);
    }

    /** Whether it was over before this day, or was seen to be over. */
    public boolean isBefore(LocalDate day) {
        return endedAt != null || endsBefore(day);
    }

    private boolean endsBefore(LocalDate day) {
        return toDay != null && toDay.isBefore(day);
    }

    /** Whether it shares a day with the days from one to another, the second null for no end. */
    boolean overlaps(LocalDate from, @Nullable LocalDate to) {
        return !calledOff && !endsBefore(from) && (to == null || !isAfter(to));
    }
}
