package org.qibu.calendar;

/**
 * A day or a year of the calendar in one word and what belongs to it, as the history keeps it and pages say it in their own
 * language.
 *
 * @param kind REST or WORK for a day that somebody set, USUAL for one nobody did; YEAR for a list of a year, NONE where
 *     there was none
 * @param name of the holiday; the number of days off where it is a year
 * @param more the number of make-up days where it is a year
 */
record CalendarChangeText(String kind, String name, String more) {

    private static final String BETWEEN = "|";

    static final CalendarChangeText USUAL = new CalendarChangeText("USUAL", "", "");
    static final CalendarChangeText NONE = new CalendarChangeText("NONE", "", "");

    static CalendarChangeText of(KeptDay day) {
        return new CalendarChangeText(day.working() ? "WORK" : "REST", day.name(), "");
    }

    static CalendarChangeText of(Iterable<KeptDay> days) {
        var off = 0;
        var worked = 0;
        for (var day : days) {
            off += day.working() ? 0 : 1;
            worked += day.working() ? 1 : 0;
        }
        return off + worked == 0 ? NONE : new CalendarChangeText("YEAR", String.valueOf(off), String.valueOf(worked));
    }

    static CalendarChangeText read(String text) {
        var parts = text.split("\\|", 3);
        return new CalendarChangeText(parts[0], parts[1], parts[2]);
    }

    String write() {
        return String.join(BETWEEN, kind, name.replace(BETWEEN, " "), more);
    }
}
