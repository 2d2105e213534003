package org.qibu.deadlines.escalation;

import java.time.Instant;
import org.qibu.calendar.WorkingCalendar;
import org.qibu.calendar.period.PeriodLength;
import org.qibu.deadlines.ladder.Ladder;

/**
 * What holds for one sweep from its beginning to its end.
 *
 * @param toAnswer how long a question of the supervision committee waits for its answer
 */
public record SweepContext(
        Ladder ladder, WorkingCalendar calendar, PeriodLength toAnswer, Recipients people, Instant now) {

    /** The same round for another thread, which looks people up by itself. */
    public SweepContext with(Recipients others) {
        return new SweepContext(ladder, calendar, toAnswer, others, now);
    }
}
