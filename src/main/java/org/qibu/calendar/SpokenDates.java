package org.qibu.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Formats days and moments for the language of the reader; moments in the time of China. */
public final class SpokenDates {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})");

    private SpokenDates() {}

    /** A day, such as 2026年11月22日 or 22 Nov 2026. */
    public static String day(LocalDate day, Locale language) {
        var english = Locale.ENGLISH.getLanguage().equals(language.getLanguage());
        return DateTimeFormatter.ofPattern(english ? "d MMM yyyy" : "yyyy年M月d日", Locale.ENGLISH)
                .format(day);
    }

    /** A day in Chinese. */
    public static String day(LocalDate day) {
        return day(day, Locale.CHINESE);
    }

    /** A day and the time of it, such as 2026年11月22日 15:30. */
    public static String moment(Instant at, Locale language) {
        return day(Calendars.dayOf(at), language) + " "
                + DateTimeFormatter.ofPattern("HH:mm").format(at.atZone(Calendars.CHINA));
    }

    /** A text as it is, or as a day or a moment where it is one as forms keep them, such as 2026-11-22. */
    public static String spoken(String text, Locale language) {
        if (DAY.matcher(text).matches()) {
            return day(LocalDate.parse(text), language);
        }
        return MOMENT.matcher(text).matches()
                ? moment(OffsetDateTime.parse(text).toInstant(), language)
                : text;
    }
}
