package org.qibu.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibu.text.WrittenDate;

/**
 * A year's list as somebody sent it, checked row by row.
 *
 * @param days in order, without those at fault
 * @param reading which sheet of a file was read, as a sentence; empty where it was no file with sheets
 */
record YearList(int year, List<KeptDay> days, List<Fault> faults, String reading) {

    private static final int LONGEST_NAME = 60;
    private static final Map<String, Boolean> KINDS = Map.ofEntries(
            Map.entry("休", false),
            Map.entry("放假", false),
            Map.entry("休息", false),
            Map.entry("节假日", false),
            Map.entry("rest", false),
            Map.entry("holiday", false),
            Map.entry("班", true),
            Map.entry("上班", true),
            Map.entry("调休上班", true),
            Map.entry("工作日", true),
            Map.entry("work", true),
            Map.entry("make-up", true));
    private static final String WEEK = "一二三四五六日";

    /** What is wrong with a row, counted as the sender sees it. */
    record Fault(int row, String value, String message) {}

    /** A row as it was sent; the name may also stand before the kind. */
    record Row(int number, String day, String kind, String name) {

        Row {
            if (!isKind(kind) && isKind(name)) {
                var first = kind;
                kind = name;
                name = first;
            }
        }

        private static boolean isKind(String text) {
            return KINDS.containsKey(text.strip().toLowerCase());
        }
    }

    static YearList of(int year, List<Row> rows) {
        var days = new ArrayList<KeptDay>();
        var faults = new ArrayList<Fault>();
        var seen = new HashSet<LocalDate>();
        for (var row : rows) {
            var day = dayOf(row.day());
            var working = KINDS.get(row.kind().strip().toLowerCase());
            var fault = fault(year, row, day, working, seen);
            if (fault == null && day != null && working != null) {
                days.add(new KeptDay(day, working, row.name().strip()));
            } else if (fault != null) {
                faults.add(new Fault(
                        row.number(),
                        String.join(" ", row.day(), row.kind(), row.name()).strip(),
                        fault));
            }
        }
        days.sort(Comparator.comparing(KeptDay::day));
        return new YearList(year, List.copyOf(days), List.copyOf(faults), "");
    }

    /** The same list with more faults. */
    YearList and(List<Fault> others) {
        var all = Stream.concat(faults.stream(), others.stream())
                .sorted(Comparator.comparing(Fault::row))
                .toList();
        return new YearList(year, days, all, reading);
    }

    /** The same list, read from a sheet. */
    YearList readFrom(String sheet) {
        return new YearList(year, days, faults, sheet);
    }

    private static @Nullable String fault(
            int year, Row row, @Nullable LocalDate day, @Nullable Boolean working, Set<LocalDate> seen) {
        if (day == null) {
            return "日期“" + row.day() + "”无效，请写成 " + year + "-01-01 的样子。";
        }
        if (!isOf(year, day)) {
            return day + " 不在 " + year + " 年。";
        }
        if (!seen.add(day)) {
            return day + " 出现了两次。";
        }
        if (working == null) {
            return "“" + row.kind() + "”看不懂，请写“休”或“班”。";
        }
        if (working && isWeekday(day)) {
            return day + " 是星期" + WEEK.charAt(day.getDayOfWeek().getValue() - 1) + "，本来就上班，请核对日期。";
        }
        return row.name().strip().length() > LONGEST_NAME ? "名称最多 " + LONGEST_NAME + " 个字。" : null;
    }

    /** New Year's holiday may begin in the last days of the year before. */
    private static boolean isOf(int year, LocalDate day) {
        return day.getYear() == year
                || !day.isBefore(LocalDate.of(year - 1, Month.DECEMBER, 25)) && day.getYear() < year;
    }

    static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static @Nullable LocalDate dayOf(String text) {
        return WrittenDate.read(text).map(WrittenDate::day).orElse(null);
    }
}
