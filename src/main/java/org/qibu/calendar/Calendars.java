package org.qibu.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibu.text.ChinaTime;
import org.springframework.stereotype.Service;

/** Due moments by the working calendar: 18:00 in China on the due day. */
@Service
public class Calendars {

    /** Where the communities are. */
    public static final ZoneId CHINA = ChinaTime.ZONE;

    private static final LocalTime CLOSE_OF_BUSINESS = LocalTime.of(18, 0);
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    /** How far ahead of today published days may be looked up. */
    private static final int YEARS_AHEAD = 3;

    private final CalendarTable table;
    private final PublishedHolidays published;
    private final Clock clock;
    private volatile @Nullable Worked last;

    /** What a calendar is worked out from. */
    private record Base(CalendarTable.Entered entered, int lastYear) {}

    private record Worked(Base base, WorkingCalendar calendar) {}

    Calendars(CalendarTable table, PublishedHolidays published, Clock clock) {
        this.table = table;
        this.published = published;
        this.clock = clock;
    }

    /**
     * The calendar as it stands: what an administrator entered, and for years not entered as a whole what was published as
     * far as the kept library knows; a plain week otherwise.
     */
    public WorkingCalendar today() {
        var base = new Base(table.entered(), dayOf(clock.instant()).getYear() + YEARS_AHEAD);
        var known = last;
        if (known == null || !known.base().equals(base)) {
            known = new Worked(base, worked(base));
            last = known;
        }
        return known.calendar();
    }

    private WorkingCalendar worked(Base base) {
        var days = new HashMap<LocalDate, Boolean>();
        published.yearsUpTo(base.lastYear()).stream()
                .filter(year -> !base.entered().years().contains(year))
                .flatMap(year -> published.of(year).stream())
                .forEach(day -> days.put(day.day(), day.working()));
        base.entered().days().forEach(day -> days.put(day.day(), day.working()));
        return new WorkingCalendar(Map.copyOf(days));
    }

    /** The end of a period of so many days from a moment. */
    public Instant afterDays(Instant start, int days) {
        return dueOn(today().afterDays(LocalDate.ofInstant(start, CHINA), days));
    }

    /**
     * The last second of a period of so many days that anybody may use at any hour, such as the term of a notice: its last
     * day ends at 24:00 (Civil Code art. 203), and the moment still falls on that day wherever it is shown.
     */
    public Instant lastSecondAfterDays(Instant start, int days) {
        return today().afterDays(dayOf(start), days)
                .atTime(LAST_SECOND)
                .atZone(CHINA)
                .toInstant();
    }

    /** The end of a period of so many working days from a moment. */
    public Instant afterWorkingDays(Instant start, int workingDays) {
        return dueOn(today().afterWorkingDays(dayOf(start), workingDays));
    }

    /** The end of a period of so many working days from now. */
    public Instant afterWorkingDays(int workingDays) {
        return dueOn(today().afterWorkingDays(LocalDate.ofInstant(clock.instant(), CHINA), workingDays));
    }

    /** A day as the date field of a page sends it; empty where it is none. */
    public static Optional<LocalDate> day(String text) {
        try {
            return Optional.ofNullable(text).map(String::strip).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The day in China on which a moment falls. */
    public static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, CHINA);
    }

    /** The due moment of a day. */
    public static Instant dueOn(LocalDate day) {
        return day.atTime(CLOSE_OF_BUSINESS).atZone(CHINA).toInstant();
    }
}
