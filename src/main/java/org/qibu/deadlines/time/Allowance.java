package org.qibu.deadlines.time;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibu.calendar.Calendars;
import org.qibu.calendar.WorkingCalendar;
import org.qibu.matter.Urgency;

/**
 * How much time a task has.
 *
 * @param amount so many units; 0 days is the very day it is counted from
 */
public record Allowance(int amount, Unit unit) {

    /** What time is counted in. */
    public enum Unit {
        WORKING_DAYS("工作日"),
        DAYS("天"),
        HOURS("小时");

        private final String word;

        Unit(String word) {
            this.word = word;
        }

        /** Whether a table means this unit, by its word or, in the former shape, by its code. */
        boolean isMeantBy(@Nullable Object cell) {
            return word.equals(cell) || name().equals(cell);
        }
    }

    private static final int MOST_HOURS = 24 * WorkingCalendar.LONGEST;

    /** What a row of the table gives; empty where amount or unit are missing or make no sense. */
    public static Optional<Allowance> of(Map<String, Object> row) {
        var unit = Arrays.stream(Unit.values())
                .filter(each -> each.isMeantBy(row.get("unit")))
                .findFirst();
        return row.get("amount") instanceof Number amount
                ? unit.filter(each -> isCountable(amount.longValue(), each))
                        .map(each -> new Allowance(amount.intValue(), each))
                : Optional.empty();
    }

    private static boolean isCountable(long amount, Unit unit) {
        return amount >= 0 && amount <= (unit == Unit.HOURS ? MOST_HOURS : WorkingCalendar.LONGEST);
    }

    /**
     * When it ends: days at 18:00 of the last, hours to the minute. A last day that is a rest day moves to the next working
     * day (Civil Code art. 203), but not in an emergency, and not where a plan names the day itself.
     */
    public Instant end(Instant start, Urgency urgency, WorkingCalendar calendar) {
        var day = Calendars.dayOf(start);
        return switch (unit) {
            case WORKING_DAYS -> Calendars.dueOn(calendar.afterWorkingDays(day, amount));
            case DAYS ->
                Calendars.dueOn(
                        amount == 0 || urgency.countsRestDays()
                                ? day.plusDays(amount)
                                : calendar.afterDays(day, amount));
            case HOURS -> endOfHours(start.atZone(Calendars.CHINA).plusHours(amount), urgency, calendar);
        };
    }

    private static Instant endOfHours(ZonedDateTime end, Urgency urgency, WorkingCalendar calendar) {
        var day = end.toLocalDate();
        return urgency.countsRestDays()
                ? end.toInstant()
                : end.with(calendar.afterDays(day, 0)).toInstant();
    }
}
