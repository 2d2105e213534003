package org.qibu.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the yearly notice of the State Council as it is published: one line a holiday, such as {@code
 * 一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。}
 */
final class NoticeText {

    private static final Pattern BRACKETS = Pattern.compile("[（(][^）)]*[）)]");
    private static final Pattern HOLIDAY =
            Pattern.compile("^\\s*(?:[一二三四五六七八九十0-9]+[、.．])?\\s*([\\p{IsHan}、]{2,12})[：:]");
    private static final Pattern DAYS = Pattern.compile(
            "(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日(?:\\s*(?:至|—|-)\\s*(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日)?");

    private NoticeText() {}

    /** Whether a text reads like such a notice. */
    static boolean isNotice(String text) {
        return text.lines()
                .anyMatch(line -> line.contains("放假") && HOLIDAY.matcher(line).find());
    }

    /** A line of a table: its number in the text, a day as ISO text or as it was written where it is none. */
    record Line(int number, String day, boolean working, String name) {}

    /** The days off and the make-up days a notice names for a year. */
    static List<Line> read(String text, int year) {
        var found = new ArrayList<Line>();
        var lines = text.lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            var line = BRACKETS.matcher(lines.get(number - 1)).replaceAll("");
            var holiday = HOLIDAY.matcher(line);
            if (holiday.find()) {
                found.addAll(days(number, holiday.group(1), line.substring(holiday.end()), year));
            }
        }
        return found;
    }

    private static List<Line> days(int number, String name, String said, int year) {
        var found = new ArrayList<Line>();
        for (var sentence : said.split("[。；;]")) {
            if (sentence.contains("上班")) {
                spans(sentence, year).forEach(day -> found.add(new Line(number, day, true, name)));
            } else if (sentence.contains("放假")) {
                spans(sentence.substring(0, sentence.indexOf("放假")), year)
                        .forEach(day -> found.add(new Line(number, day, false, name)));
            }
        }
        return found;
    }

    /** Every day of every span in a sentence; a day without month is of the month before it. */
    private static Stream<String> spans(String sentence, int year) {
        var days = new ArrayList<String>();
        var month = 0;
        for (var span : DAYS.matcher(sentence).results().toList()) {
            month = number(span, 2, month);
            var first = day(number(span, 1, year), month, number(span, 3, 0));
            if (span.group(6) == null) {
                days.add(first == null ? span.group() : first.toString());
                continue;
            }
            month = number(span, 5, month);
            var last = day(number(span, 4, first == null ? year : first.getYear()), month, number(span, 6, 0));
            if (first == null
                    || last == null
                    || last.isBefore(first)
                    || first.plusDays(31).isBefore(last)) {
                days.add(span.group());
            } else {
                first.datesUntil(last.plusDays(1)).map(LocalDate::toString).forEach(days::add);
            }
        }
        return days.stream();
    }

    private static int number(MatchResult span, int group, int otherwise) {
        return span.group(group) == null ? otherwise : Integer.parseInt(span.group(group));
    }

    private static LocalDate day(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
