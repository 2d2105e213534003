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
record Said(String kind, String name, String more) {

    private static final String BETWEEN = "|";

    static final Said USUAL = new Said("USUAL", "", "");
    static final Said NONE = new Said("NONE", "", "");

    static Said of(KeptDay day) {
        return new Said(day.working() ? "WORK" : "REST", day.name(), "");
    }

    static Said of(Iterable<KeptDay> days) {
        var off = 0;
        var worked = 0;
        for (var day : days) {
            off += day.working() ? 0 : 1;
            worked += day.working() ? 1 : 0;
        }
        return off + worked == 0 ? NONE : new Said("YEAR", String.valueOf(off), String.valueOf(worked));
    }

    static Said read(String text) {
        var parts = text.split("\\|", 3);
        return new Said(parts[0], parts[1], parts[2]);
    }

    String write() {
        return String.join(BETWEEN, kind, name.replace(BETWEEN, " "), more);
    }
}
