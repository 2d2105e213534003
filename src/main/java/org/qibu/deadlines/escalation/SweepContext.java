package org.qibu.deadlines.escalation;

import java.time.Instant;
import org.qibu.calendar.WorkingCalendar;
import org.qibu.deadlines.ladder.Ladder;

/** What holds for one sweep from its beginning to its end. */
public record SweepContext(Ladder ladder, WorkingCalendar calendar, Recipients people, Instant now) {

    /** The same round for another thread, which looks people up by itself. */
    public SweepContext with(Recipients others) {
        return new SweepContext(ladder, calendar, others, now);
    }
}
