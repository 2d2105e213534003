package org.qibu.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Due moments by the calendar an administrator keeps: 18:00 in China on the due day. */
@Service
public class Calendars {

    /** Where the communities are. */
    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final LocalTime CLOSE_OF_BUSINESS = LocalTime.of(18, 0);
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private final JdbcClient database;
    private final Clock clock;

    Calendars(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The calendar as it stands. */
    public WorkingCalendar today() {
        record Exception(LocalDate day, boolean working) {}
        return new WorkingCalendar(
                database.sql("select day, working from calendar_day").query(Exception.class).list().stream()
                        .collect(Collectors.toMap(Exception::day, Exception::working)));
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

    /** The day in China on which a moment falls. */
    public static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, CHINA);
    }

    /** The due moment of a day. */
    public static Instant dueOn(LocalDate day) {
        return day.atTime(CLOSE_OF_BUSINESS).atZone(CHINA).toInstant();
    }
}
