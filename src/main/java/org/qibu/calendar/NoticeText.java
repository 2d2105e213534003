package org.qibu.calendar;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qibu.calendar.YearList.Fault;

/**
 * Reads the yearly notice of the State Council as it is published, in lines or as one paragraph: {@code
 * 一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。} What names a day and is not understood is a fault at its
 * place; nothing of it is passed over.
 */
final class NoticeText {

    private static final String WEEK = "一二三四五六日";

    /** The name of a holiday before a colon, at the beginning of a line or of a sentence, with or without a number. */
    private static final Pattern HEADING =
            Pattern.compile("(?m)(?:^|(?<=[。;:!\\s]))[ \\t]*(?:[(]?(?:[一二三四五六七八九十]{1,3}|\\d{1,2})[)]?[、.]?)?[ \\t]*"
                    + "(\\p{IsHan}{2,8}(?:[、和与及]\\p{IsHan}{2,8}){0,2}):");

    private static final Pattern HOLIDAY = Pattern.compile(".*(节|日|元旦|除夕|清明|端午|中秋|国庆|五一|十一)");
    private static final String DAY = "(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日(?:[(]([^)]*)[)])?";
    private static final Pattern SAID =
            Pattern.compile(DAY + "(?:\\s*(?:至|到|—+|-|–|~|～)\\s*" + DAY + ")?|(放假|休息)|(上班|补班|工作)|共\\s*(\\d{1,2})\\s*天");
    private static final Pattern WEEKDAY = Pattern.compile("(?:周|星期)([一二三四五六日天])");
    private static final Pattern SIGNED = Pattern.compile("\\s*(?:\\p{IsHan}*\\s*)?\\d{4}年\\d{1,2}月\\d{1,2}日\\s*");
    private static final Pattern ABOUT_DAYS = Pattern.compile("(?s).*\\d{1,2}日.*(放假|休息|上班|补班|调休).*");
    private static final int LONGEST_SPAN = 31;

    private final int year;
    private final List<Line> lines = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private NoticeText(int year) {
        this.year = year;
    }

    /** A day of a notice: the number of its line in the text. */
    record Line(int number, LocalDate day, boolean working, String name) {}

    /** What a notice says, and what of it was not understood. */
    record Notice(List<Line> lines, List<Fault> faults) {}

    /** Whether a text reads like such a notice. */
    static boolean isNotice(String text) {
        return text.contains("放假") && HEADING.matcher(normal(text)).find();
    }

    /** The days off and the make-up days a notice names for a year. */
    static Notice read(String text, int year) {
        var reading = new NoticeText(year);
        reading.read(normal(text));
        return new Notice(List.copyOf(reading.lines), List.copyOf(reading.faults));
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private void read(String text) {
        var headings = HEADING.matcher(text).results().toList();
        refuseUnnamed(text.substring(0, headings.get(0).start()), 1);
        for (int i = 0; i < headings.size(); i++) {
            var heading = headings.get(i);
            var end = i + 1 < headings.size() ? headings.get(i + 1).start() : text.length();
            var number = 1
                    + (int) text.substring(0, heading.start(1))
                            .chars()
                            .filter(sign -> sign == '\n')
                            .count();
            var said = text.substring(heading.end(), end);
            if (HOLIDAY.matcher(heading.group(1)).matches()) {
                readHoliday(number, heading.group(1), said);
            } else {
                refuseUnnamed(said, number);
            }
        }
    }

    /** Days outside of any holiday would be taken for nothing. */
    private void refuseUnnamed(String text, int number) {
        for (var sentence : text.split("[。;\\n]")) {
            if (ABOUT_DAYS.matcher(sentence).matches()) {
                fault(number, sentence, "看不出是哪个节日，请写成“元旦：1月1日至3日放假。”的样子。");
            }
        }
    }

    private void readHoliday(int number, String name, String said) {
        var line = number;
        var daysOff = 0;
        for (var sentence : said.split("(?<=[。;\\n])")) {
            daysOff = readSentence(line, name, sentence, daysOff);
            line += sentence.endsWith("\n") ? 1 : 0;
        }
    }

    /** Days belong to the word that follows them: off before 放假, worked before 上班. */
    private int readSentence(int number, String name, String sentence, int before) {
        if (SIGNED.matcher(sentence).matches()) {
            return before;
        }
        var waiting = new ArrayList<LocalDate>();
        var daysOff = before;
        var month = 0;
        for (var word : SAID.matcher(sentence).results().toList()) {
            if (word.group(3) != null) {
                month = addSpan(number, sentence, word, month, waiting);
            } else if (word.group(11) != null) {
                if (Integer.parseInt(word.group(11)) != daysOff) {
                    fault(number, sentence, "写的是共 " + word.group(11) + " 天，读出的是 " + daysOff + " 天，请核对。");
                }
            } else {
                var working = word.group(10) != null;
                waiting.forEach(day -> lines.add(new Line(number, day, working, name)));
                daysOff += working ? 0 : waiting.size();
                waiting.clear();
            }
        }
        if (!waiting.isEmpty()) {
            fault(number, sentence, "看不出这些天是放假还是上班，请写明。");
        }
        return daysOff;
    }

    /** Adds the days of a span and returns the month it ends in; a day without month is of the month before it. */
    private int addSpan(int number, String sentence, MatchResult span, int before, List<LocalDate> days) {
        var month = number(span, 2, before);
        var first = day(number(span, 1, year), month, number(span, 3, 0));
        var lastMonth = number(span, 6, month);
        var last = span.group(7) == null ? first : last(span, first, lastMonth);
        if (first == null
                || last == null
                || last.isBefore(first)
                || first.plusDays(LONGEST_SPAN).isBefore(last)) {
            fault(number, sentence, "“" + span.group() + "”不是日期，请核对。");
        } else {
            checkWeekday(number, sentence, first, span.group(4));
            checkWeekday(number, sentence, last, span.group(8));
            first.datesUntil(last.plusDays(1)).forEach(days::add);
        }
        return lastMonth;
    }

    private static @Nullable LocalDate last(MatchResult span, @Nullable LocalDate first, int month) {
        if (first == null) {
            return null;
        }
        var last = day(number(span, 5, first.getYear()), month, number(span, 7, 0));
        return last != null && last.isBefore(first) && span.group(5) == null ? last.plusYears(1) : last;
    }

    private void checkWeekday(int number, String sentence, LocalDate day, @Nullable String remark) {
        if (remark == null) {
            return;
        }
        var written = WEEKDAY.matcher(remark);
        var actual = WEEK.charAt(day.getDayOfWeek().getValue() - 1);
        if (written.find() && written.group(1).replace('天', '日').charAt(0) != actual) {
            fault(number, sentence, day + " 是星期" + actual + "，通知里写的是“" + written.group() + "”，请核对年份。");
        }
    }

    private void fault(int number, String value, String message) {
        faults.add(new Fault(number, value.strip(), message));
    }

    private static int number(MatchResult span, int group, int otherwise) {
        return span.group(group) == null ? otherwise : Integer.parseInt(span.group(group));
    }

    private static @Nullable LocalDate day(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
