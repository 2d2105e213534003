package org.qibu.engine.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.qibu.text.ChinaTime;

/** Days and times as forms and clients send them, brought into one shape each. */
public final class Moments {

    private Moments() {}

    /** A day as 2026-11-22, a time as 19:30, a moment as 2026-11-22T19:30+08:00; empty where it is none. */
    public static Optional<String> normalise(String type, String text) {
        try {
            return Optional.of(
                    switch (type) {
                        case "date" -> day(text);
                        case "time" -> time(text);
                        default -> moment(text);
                    });
        } catch (DateTimeException | StringIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Whether a day, or the day of a moment, is before another; a time of day never is. */
    static boolean isBefore(String normalised, LocalDate day) {
        return normalised.length() >= 10
                && LocalDate.parse(normalised.substring(0, 10)).isBefore(day);
    }

    /** A form may be set to send a time with its offset, which a time of day in China then has to lose. */
    private static String time(String text) {
        var zoned = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:?\\d\\d");
        var time = zoned
                ? OffsetTime.parse(colonised(text))
                        .withOffsetSameInstant(ZoneOffset.ofHours(8))
                        .toLocalTime()
                : LocalTime.parse(text);
        return time.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private static String day(String text) {
        if (text.length() > 10) {
            return OffsetDateTime.parse(colonised(text))
                    .atZoneSameInstant(ChinaTime.ZONE)
                    .toLocalDate()
                    .toString();
        }
        return LocalDate.parse(text).toString();
    }

    private static String moment(String text) {
        var zoned =
                text.endsWith("Z") || text.length() > 16 && text.substring(11).matches(".*[+-]\\d\\d:?\\d\\d");
        var moment = zoned
                ? OffsetDateTime.parse(colonised(text))
                        .atZoneSameInstant(ChinaTime.ZONE)
                        .toOffsetDateTime()
                : LocalDateTime.parse(text).atZone(ChinaTime.ZONE).toOffsetDateTime();
        return moment.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /** The engine writes offsets without a colon. */
    private static String colonised(String text) {
        return text.replaceAll("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
    }
}
