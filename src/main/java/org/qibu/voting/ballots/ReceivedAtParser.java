package org.qibu.voting.ballots;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.qibu.calendar.Calendars;
import org.qibu.text.WrittenDate;

/** Reads when a ballot was received, as people and programs write it. */
final class ReceivedAtParser {

    private ReceivedAtParser() {}

    /** The moment; of a day alone its beginning, or the opening on that day. */
    static Optional<Instant> read(String text, Instant opens) {
        return tryRead(() -> OffsetDateTime.parse(text).toInstant())
                .or(() -> WrittenDate.read(text)
                        .map(date -> date.time() == null
                                ? within(date.day(), opens)
                                : date.moment().atZone(Calendars.CHINA).toInstant()));
    }

    private static Instant within(LocalDate day, Instant opens) {
        var begins = day.atStartOfDay(Calendars.CHINA).toInstant();
        var ends = day.plusDays(1).atStartOfDay(Calendars.CHINA).toInstant();
        return begins.isBefore(opens) && ends.isAfter(opens) ? opens : begins;
    }

    private interface Reading {
        Instant read();
    }

    private static Optional<Instant> tryRead(Reading reading) {
        try {
            return Optional.of(reading.read());
        } catch (DateTimeException notThisWay) {
            return Optional.empty();
        }
    }
}
