package org.qibu.deadlines.ladder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.qibu.calendar.Calendars;
import org.qibu.calendar.WorkingCalendar;
import org.qibu.matter.Urgency;

/**
 * A rung of the ladder.
 *
 * @param day on which day after the due day it stands: working days, or days of the calendar in an emergency; below 0 before
 * @param to whom it addresses, as the table calls them
 * @param copy who learns of it besides
 */
public record Rung(EscalationLevel level, int day, List<String> to, List<String> copy, Set<Effect> effects) {

    /** Who holds the task, as the table calls them. */
    public static final String HOLDER = "承办人";

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /** What it brings about besides mail, as the table says it. */
    public String also() {
        return effects.stream().sorted().map(Effect::chineseName).collect(Collectors.joining("、"));
    }

    /** Nine o'clock of its day; on the day on which a task is due its due moment, however early. */
    public Instant moment(Instant due, Urgency urgency, WorkingCalendar calendar) {
        var dueDay = Calendars.dayOf(due);
        var onDay = day < 0 ? before(dueDay, urgency, calendar) : after(dueDay, urgency, calendar);
        if (day == 0 && onDay.equals(dueDay)) {
            return due;
        }
        var morning = onDay.atTime(MORNING).atZone(Calendars.CHINA).toInstant();
        return day >= 0 && morning.isBefore(due) ? due : morning;
    }

    private LocalDate before(LocalDate dueDay, Urgency urgency, WorkingCalendar calendar) {
        return urgency.countsRestDays() ? dueDay.plusDays(day) : calendar.beforeWorkingDays(dueDay, -day);
    }

    private LocalDate after(LocalDate dueDay, Urgency urgency, WorkingCalendar calendar) {
        return urgency.countsRestDays()
                ? dueDay.plusDays(day)
                : calendar.afterWorkingDays(calendar.nextWorkingDay(dueDay), day);
    }
}
