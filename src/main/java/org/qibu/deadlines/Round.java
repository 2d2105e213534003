package org.qibu.deadlines;

import java.time.Instant;
import org.qibu.calendar.WorkingCalendar;

/** What holds for one sweep from its beginning to its end. */
record Round(Ladder ladder, WorkingCalendar calendar, Recipients people, Instant now) {}
