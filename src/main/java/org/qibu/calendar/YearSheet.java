package org.qibu.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A year as a page shows it: twelve months of weeks from Monday on, and each holiday in a line. */
record YearSheet(int year, List<Month> months, List<Holiday> holidays) {

    private static final int DAYS_OF_WEEK = 7;

    /** A month; a week has seven cells, those of other months are null. */
    record Month(int number, List<List<@Nullable Cell>> weeks) {}

    /**
     * A day.
     *
     * @param mark HOLIDAY, WORK for a weekend day that is worked, WEEKEND, or nothing
     */
    record Cell(LocalDate day, String mark, String name) {}

    /** Days in a row. */
    record Span(LocalDate first, LocalDate last) {

        public boolean isOneDay() {
            return first.equals(last);
        }

        public long length() {
            return last.toEpochDay() - first.toEpochDay() + 1;
        }
    }

    /** A holiday, the days off in a row, and the days that make up for it. */
    record Holiday(String name, List<Span> off, List<LocalDate> worked) {}

    static YearSheet of(int year, List<KeptDay> kept) {
        var days = kept.stream().collect(Collectors.toMap(KeptDay::day, Function.identity()));
        var months = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> new Month(number, weeks(YearMonth.of(year, number), days)))
                .toList();
        return new YearSheet(year, months, holidays(kept));
    }

    private static List<List<@Nullable Cell>> weeks(YearMonth month, Map<LocalDate, KeptDay> days) {
        var weeks = new ArrayList<List<@Nullable Cell>>();
        var monday = month.atDay(1).minusDays(month.atDay(1).getDayOfWeek().getValue() - 1L);
        for (var week = monday; !week.isAfter(month.atEndOfMonth()); week = week.plusDays(DAYS_OF_WEEK)) {
            var cells = new ArrayList<@Nullable Cell>();
            week.datesUntil(week.plusDays(DAYS_OF_WEEK))
                    .forEach(day -> cells.add(YearMonth.from(day).equals(month) ? cell(day, days.get(day)) : null));
            weeks.add(cells);
        }
        return weeks;
    }

    private static Cell cell(LocalDate day, @Nullable KeptDay kept) {
        var weekday = YearList.isWeekday(day);
        if (kept == null) {
            return new Cell(day, weekday ? "" : "WEEKEND", "");
        }
        var mark = kept.working() ? (weekday ? "" : "WORK") : "HOLIDAY";
        return new Cell(day, mark, kept.name());
    }

    /** By name, in the order of their first day off; days without a name stand together. */
    private static List<Holiday> holidays(List<KeptDay> kept) {
        var byName =
                kept.stream().collect(Collectors.groupingBy(KeptDay::name, LinkedHashMap::new, Collectors.toList()));
        return byName.entrySet().stream()
                .map(entry -> new Holiday(
                        entry.getKey(),
                        spans(entry.getValue().stream()
                                .filter(day -> !day.working())
                                .map(KeptDay::day)
                                .toList()),
                        entry.getValue().stream()
                                .filter(KeptDay::working)
                                .map(KeptDay::day)
                                .toList()))
                .sorted((one, other) -> firstDay(one).compareTo(firstDay(other)))
                .toList();
    }

    private static LocalDate firstDay(Holiday holiday) {
        return holiday.off().isEmpty()
                ? holiday.worked().get(0)
                : holiday.off().get(0).first();
    }

    private static List<Span> spans(List<LocalDate> days) {
        var spans = new ArrayList<Span>();
        for (var day : days) {
            var last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (last != null && last.last().plusDays(1).equals(day)) {
                spans.set(spans.size() - 1, new Span(last.first(), day));
            } else {
                spans.add(new Span(day, day));
            }
        }
        return spans;
    }
}
