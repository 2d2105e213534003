package org.qibu.calendar;

import com.tyme.holiday.LegalHoliday;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The days off and make-up days the State Council published, as far as the kept library knows them. */
@Component
class PublishedHolidays {

    /** Before it the library knows single days only. */
    private static final int FIRST_YEAR = 2002;

    private final Map<Integer, List<KeptDay>> years = new ConcurrentHashMap<>();

    /** The days of a year that differ from the plain week, in order; none where the library does not know the year. */
    List<KeptDay> of(int year) {
        return year < FIRST_YEAR ? List.of() : years.computeIfAbsent(year, PublishedHolidays::read);
    }

    boolean knows(int year) {
        return !of(year).isEmpty();
    }

    /** The last year of which the library knows, up to this one. */
    List<Integer> yearsUpTo(int year) {
        return IntStream.rangeClosed(FIRST_YEAR, year)
                .filter(this::knows)
                .boxed()
                .toList();
    }

    private static List<KeptDay> read(int year) {
        var first = LocalDate.of(year, 1, 1);
        return first.datesUntil(first.plusYears(1))
                .flatMap(PublishedHolidays::day)
                .toList();
    }

    private static Stream<KeptDay> day(LocalDate day) {
        return Stream.ofNullable(LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth()))
                .map(found -> new KeptDay(day, found.isWork(), found.getName()));
    }
}
