package org.qibu.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/**
 * Counts days as Chinese law does: the starting day is not counted, and a period whose last day is a rest day ends on the
 * next working day (Civil Code arts. 201, 203).
 *
 * @param exceptions days that differ from the plain week: true where worked, false where free
 */
public record WorkingCalendar(Map<LocalDate, Boolean> exceptions) {

    /** The longest period that can be counted, in days: ten years. */
    public static final int LONGEST = 3_660;

    public boolean isWorkingDay(LocalDate day) {
        var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return exceptions.getOrDefault(day, !weekend);
    }

    /**
     * The last day of a period of so many days.
     *
     * @throws IllegalArgumentException when it is longer than {@link #LONGEST} or negative
     */
    public LocalDate afterDays(LocalDate start, int days) {
        mustBeCountable(days);
        return nextWorkingDay(start.plusDays(days));
    }

    /**
     * The last day of a period of so many working days.
     *
     * @throws IllegalArgumentException when it is longer than {@link #LONGEST} or negative
     */
    public LocalDate afterWorkingDays(LocalDate start, int workingDays) {
        mustBeCountable(workingDays);
        var day = start;
        for (int counted = 0; counted < workingDays; ) {
            day = day.plusDays(1);
            counted += isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    /**
     * The day so many working days before another.
     *
     * @throws IllegalArgumentException when it is longer than {@link #LONGEST} or negative
     */
    public LocalDate beforeWorkingDays(LocalDate end, int workingDays) {
        mustBeCountable(workingDays);
        var day = end;
        for (int counted = 0; counted < workingDays; ) {
            day = day.minusDays(1);
            counted += isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    /** How many working days lie after one day up to and including another; 0 where it is not later. */
    public int workingDaysBetween(LocalDate after, LocalDate upTo) {
        return upTo.isAfter(after)
                ? (int) after.plusDays(1)
                        .datesUntil(upTo.plusDays(1))
                        .filter(this::isWorkingDay)
                        .count()
                : 0;
    }

    /** The day itself where it is worked, else the next that is. */
    public LocalDate nextWorkingDay(LocalDate day) {
        var next = day;
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private static void mustBeCountable(int days) {
        if (days < 0 || days > LONGEST) {
            throw new IllegalArgumentException("期限要在 0 到 " + LONGEST + " 天之间，现在是 " + days + "。");
        }
    }
}
