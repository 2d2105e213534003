package org.qibu.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every calendar, whatever days are free or worked. */
class WorkingCalendarPropertiesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 720).map(FIRST::plusDays);
    }

    /** Up to sixty days that differ from the plain week, most of them close together as holidays are. */
    @Provide
    Arbitrary<WorkingCalendar> calendars() {
        return Arbitraries.maps(days(), Arbitraries.of(true, false))
                .ofMaxSize(60)
                .map(WorkingCalendar::new);
    }

    @Property
    void aPeriodInDaysEndsOnAWorkingDayAndNotBeforeItIsOver(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("days") LocalDate start,
            @ForAll @IntRange(max = 90) int n) {
        var due = calendar.afterDays(start, n);
        assertThat(calendar.isWorkingDay(due)).isTrue();
        assertThat(due).isAfterOrEqualTo(start.plusDays(n));
        assertThat(start.plusDays(n).datesUntil(due)).noneMatch(calendar::isWorkingDay);
    }

    @Property
    void soManyWorkingDaysLieAfterTheStartAndTheLastOfThemIsTheDueDay(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("days") LocalDate start,
            @ForAll @IntRange(max = 60) int n) {
        var due = calendar.afterWorkingDays(start, n);
        assertThat(start.plusDays(1).datesUntil(due.plusDays(1)).filter(calendar::isWorkingDay))
                .hasSize(n);
        assertThat(n == 0 || calendar.isWorkingDay(due)).isTrue();
    }

    @Property
    void moreDaysAndALaterStartNeverEndEarlier(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("days") LocalDate start,
            @ForAll @IntRange(max = 60) int n) {
        assertThat(calendar.afterDays(start, n + 1)).isAfterOrEqualTo(calendar.afterDays(start, n));
        assertThat(calendar.afterDays(start.plusDays(1), n)).isAfterOrEqualTo(calendar.afterDays(start, n));
        assertThat(calendar.afterWorkingDays(start, n + 1)).isAfter(calendar.afterWorkingDays(start, n));
        assertThat(calendar.afterWorkingDays(start.plusDays(1), n))
                .isAfterOrEqualTo(calendar.afterWorkingDays(start, n));
    }

    @Property
    void anotherDayOffNeverMakesAnythingDueEarlier(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("days") LocalDate off,
            @ForAll("days") LocalDate start,
            @ForAll @IntRange(max = 60) int n) {
        Map<LocalDate, Boolean> days = new HashMap<>(calendar.exceptions());
        days.put(off, false);
        var later = new WorkingCalendar(days);
        assertThat(later.afterDays(start, n)).isAfterOrEqualTo(calendar.afterDays(start, n));
        assertThat(later.afterWorkingDays(start, n)).isAfterOrEqualTo(calendar.afterWorkingDays(start, n));
    }
}
