package org.qibu.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.qibu.calendar.Calendars;
import org.qibu.reports.FormLoads.FormLoad;

/**
 * What somebody wants a report about: the last thirty days unless said otherwise, and no more than a year; all own
 * communities unless one is named; and of the forms only those of a matter, step, person or track where one is named.
 */
record Asked(LocalDate from, LocalDate to, String community, String matter, String step, String account, String track) {

    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 366;

    /** As it came with the address; what cannot be read falls back to the usual. */
    record Raw(String from, String to, String community, String matter, String step, String account, String track) {

        Asked on(LocalDate today) {
            var last = day(to, today);
            var first = day(from, last.minusDays(USUAL_DAYS - 1L));
            if (first.isAfter(last)) {
                return new Raw(to, from, community, matter, step, account, track).on(today);
            }
            var earliest = last.minusDays(MOST_DAYS - 1L);
            return new Asked(
                    first.isBefore(earliest) ? earliest : first,
                    last,
                    text(community),
                    text(matter),
                    text(step),
                    text(account),
                    text(track));
        }

        private static LocalDate day(String text, LocalDate otherwise) {
            try {
                var day = text == null ? otherwise : LocalDate.parse(text.strip());
                return day.getYear() < 2000 || day.getYear() > 2999 ? otherwise : day;
            } catch (DateTimeParseException e) {
                return otherwise;
            }
        }

        private static String text(String text) {
            return text == null ? "" : text.strip();
        }
    }

    Instant start() {
        return from.atStartOfDay(Calendars.CHINA).toInstant();
    }

    Instant end() {
        return to.plusDays(1).atStartOfDay(Calendars.CHINA).toInstant();
    }

    /** The communities to look at, of those this person belongs to. */
    List<String> among(List<String> own) {
        return own.contains(community) ? List.of(community) : own;
    }

    /** Whether a form belongs to the matter that was named, if one was. */
    boolean isAbout(FormLoad form) {
        return matter.isEmpty() || matter.equals(form.matterNo());
    }

    /** Whether a form belongs to the matter, step, person and track that were named. */
    boolean includes(FormLoad form) {
        BiPredicate<String, String> fits = (named, found) -> named.isEmpty() || named.equals(found);
        return isAbout(form)
                && fits.test(step, form.step())
                && fits.test(account, form.account())
                && fits.test(track, String.valueOf(form.track()));
    }

    /** The period and community as they stand in an address. */
    public Map<String, Object> address() {
        var address = new LinkedHashMap<String, Object>();
        address.put("from", from);
        address.put("to", to);
        if (!community.isEmpty()) {
            address.put("community", community);
        }
        return address;
    }
}
