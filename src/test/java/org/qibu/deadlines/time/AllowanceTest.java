package org.qibu.deadlines.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibu.calendar.Calendars;
import org.qibu.calendar.WorkingCalendar;
import org.qibu.deadlines.time.Allowance.Unit;
import org.qibu.matter.Urgency;

class AllowanceTest {

    private final WorkingCalendar calendar = new WorkingCalendar(autumn2026());

    @ParameterizedTest(name = "{0} + {1} {2}, {3} → {4}")
    @CsvSource({
        "2026-09-21T10:00, 7, DAYS, NORMAL, 2026-09-28T18:00",
        "2026-09-28T10:00, 7, DAYS, NORMAL, 2026-10-08T18:00",
        "2026-09-28T10:00, 7, DAYS, EMERGENCY, 2026-10-05T18:00",
        "2026-11-02T23:59, 7, DAYS, PLANNED, 2026-11-09T18:00",
        "2026-09-18T10:00, 2, WORKING_DAYS, NORMAL, 2026-09-21T18:00",
        "2026-11-06T10:00, 5, WORKING_DAYS, NORMAL, 2026-11-13T18:00",
        "2026-11-06T00:00, 5, WORKING_DAYS, URGENT, 2026-11-13T18:00",
        "2026-10-03T18:00, 0, DAYS, NORMAL, 2026-10-03T18:00",
        "2026-11-06T10:30, 48, HOURS, NORMAL, 2026-11-09T10:30",
        "2026-11-06T10:30, 24, HOURS, EMERGENCY, 2026-11-07T10:30",
        "2026-11-04T10:30, 24, HOURS, URGENT, 2026-11-05T10:30"
    })
    void endsWhenTheLawLetsItEnd(LocalDateTime start, int amount, Unit unit, Urgency urgency, LocalDateTime end) {
        assertThat(new Allowance(amount, unit).end(start.atZone(Calendars.CHINA).toInstant(), urgency, calendar))
                .isEqualTo(end.atZone(Calendars.CHINA).toInstant());
    }

    private static Map<LocalDate, Boolean> autumn2026() {
        var days = new HashMap<LocalDate, Boolean>();
        LocalDate.of(2026, 9, 25).datesUntil(LocalDate.of(2026, 9, 28)).forEach(day -> days.put(day, false));
        LocalDate.of(2026, 10, 1).datesUntil(LocalDate.of(2026, 10, 8)).forEach(day -> days.put(day, false));
        days.put(LocalDate.of(2026, 9, 20), true);
        days.put(LocalDate.of(2026, 10, 10), true);
        return days;
    }
}
