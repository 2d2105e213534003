package org.qibu.calendar;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that keeps due moments counted by the calendar; a room that keeps such moments implements it. */
public interface CalendarWatcher {

    /**
     * Counts what is still open once more, in the transaction that changed the calendar.
     *
     * @return what moved, in any order; empty where nothing did
     */
    List<Moved> calendarChanged();

    /**
     * A due moment that is another one by the changed calendar.
     *
     * @param matterNo the matter it belongs to; null where it belongs to none
     * @param what the task or period in Chinese, as a person calls it
     */
    record Moved(@Nullable String matterNo, String what, Instant before, Instant after) implements Serializable {}
}
