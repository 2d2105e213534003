package org.qibu.deadlines;

import java.time.Instant;
import org.qibu.calendar.WorkingCalendar;

/** What holds for one sweep from its beginning to its end. */
record Round(Ladder ladder, WorkingCalendar calendar, Recipients people, Instant now) {

    /** The same round for another thread, which looks people up by itself. */
    Round with(Recipients others) {
        return new Round(ladder, calendar, others, now);
    }
}
