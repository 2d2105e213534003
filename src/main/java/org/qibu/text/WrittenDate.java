package org.qibu.text;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date, or a date and a time of that day, as people write it in a table: 2027-2-5, 2027/02/05, 2027.2.5, 2027年2月5日,
 * 20270205, full width as well, 2027-2-5 9:30, 2027年2月5日 9时30分. Years have four digits; a day of the week behind does
 * not matter.
 *
 * @param time null where none was written
 */
public record WrittenDate(LocalDate day, @Nullable LocalTime time) {

    private static final Pattern WRITTEN = Pattern.compile("(?:(\\d{4})\\s*(?:[-/.]|年)\\s*(\\d{1,2})\\s*(?:[-/.]|月)\\s*"
            + "(\\d{1,2})日?|(\\d{4})(\\d{2})(\\d{2}))(?:\\s*[(]?(?:星期|周)[一二三四五六日天][)]?)?"
            + "(?:[T\\s]\\s*(\\d{1,2})(?::|时|点)(?:(\\d{2})(?:(?::|分)(\\d{2})秒?)?分?)?)?");

    /** Reads a text; empty where it is not such a date, or one no calendar has. */
    public static Optional<WrittenDate> read(String text) {
        var match = WRITTEN.matcher(
                Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replace('\u2212', '-'));
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            var first = match.group(1) == null ? 4 : 1;
            var day = LocalDate.of(number(match, first), number(match, first + 1), number(match, first + 2));
            return Optional.of(new WrittenDate(day, match.group(7) == null ? null : time(match)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalTime time(MatchResult match) {
        return LocalTime.of(number(match, 7), number(match, 8), number(match, 9));
    }

    private static int number(MatchResult match, int group) {
        return match.group(group) == null ? 0 : Integer.parseInt(match.group(group));
    }

    /** The beginning of the day where no time was written. */
    public LocalDateTime moment() {
        return day.atTime(time == null ? LocalTime.MIDNIGHT : time);
    }
}
