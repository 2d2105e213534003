package org.qibu.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    private final WorkingCalendar calendar = new WorkingCalendar(autumn2026());

    @ParameterizedTest(name = "{0} + {1} days is due on {2}")
    @CsvSource({"2026-09-21,7,2026-09-28", "2026-09-28,7,2026-10-08", "2026-11-02,7,2026-11-09"})
    void endsAPeriodOnTheNextWorkingDayWhenItsLastDayIsFree(LocalDate start, int days, LocalDate due) {
        assertThat(calendar.afterDays(start, days)).isEqualTo(due);
    }

    @ParameterizedTest(name = "{0} + {1} working days is due on {2}")
    @CsvSource({"2026-09-18,2,2026-09-21", "2026-11-06,5,2026-11-13", "2026-11-06,0,2026-11-06"})
    void countsMakeUpDaysAsWorkingDays(LocalDate start, int days, LocalDate due) {
        assertThat(calendar.afterWorkingDays(start, days)).isEqualTo(due);
    }

    @Test
    void takesAPlainWeekWhereNothingIsSaid() {
        assertThat(new WorkingCalendar(Map.of()).isWorkingDay(LocalDate.of(2026, 9, 20)))
                .isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 9, 20))).isTrue();
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
