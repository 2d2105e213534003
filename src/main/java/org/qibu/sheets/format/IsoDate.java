package org.qibu.sheets.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/** Dates as Strict Open XML stores them: 2027-02-05, 2027-02-05T09:30:00, 09:30:00, each with or without a Z. */
final class IsoDate {

    private IsoDate() {}

    /**
     * The date as a cell shows it.
     *
     * @param format what the format of the cell shows of a date; where it shows none, everything stored counts as shown
     */
    static Optional<ShownDate> read(String stored, Optional<DateFormat> format) {
        var text = stored.endsWith("Z") ? stored.substring(0, stored.length() - 1) : stored;
        try {
            if (!text.contains("-")) {
                var time = LocalTime.parse(text.startsWith("T") ? text.substring(1) : text);
                return Optional.of(new ShownDate(LocalDate.EPOCH.atTime(time), false, true));
            }
            var at = text.contains("T")
                    ? LocalDateTime.parse(text)
                    : LocalDate.parse(text).atStartOfDay();
            return Optional.of(new ShownDate(
                    at,
                    format.map(DateFormat::day).orElse(true),
                    format.map(DateFormat::time).orElse(!at.toLocalTime().equals(LocalTime.MIDNIGHT))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
