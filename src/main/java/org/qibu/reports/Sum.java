package org.qibu.reports;

import java.util.List;
import java.util.Objects;
import org.qibu.reports.FormLoads.FormLoad;

/**
 * What some forms cost together.
 *
 * @param filled fields that held a value
 * @param kept how many of these stood there already and were left as they were
 * @param timed forms that were opened before they were sent; only they have a time
 * @param seconds how long those were open, in all
 */
record Sum(int forms, int filled, int kept, int timed, long seconds) {

    static Sum of(List<FormLoad> forms) {
        return new Sum(
                forms.size(),
                forms.stream().mapToInt(FormLoad::filled).sum(),
                forms.stream().mapToInt(FormLoad::kept).sum(),
                (int) forms.stream()
                        .map(FormLoad::seconds)
                        .filter(Objects::nonNull)
                        .count(),
                forms.stream()
                        .map(FormLoad::seconds)
                        .filter(Objects::nonNull)
                        .mapToLong(Integer::longValue)
                        .sum());
    }

    /** Fields somebody entered or changed. */
    public int typed() {
        return filled - kept;
    }

    /** How many of a hundred filled fields were left as they stood. */
    public int keptShare() {
        return filled == 0 ? 0 : Math.round(kept * 100f / filled);
    }

    /** Minutes with one decimal, such as 12.5; empty where no form was opened. */
    public String minutes() {
        return timed == 0 ? "" : tenths(seconds);
    }

    /** Minutes for one form on average. */
    public String minutesEach() {
        return timed == 0 ? "" : tenths(seconds / timed);
    }

    /** Forms for one of so many matters on average. */
    public String formsEach(int matters) {
        return each(forms, matters);
    }

    /** Fields somebody entered or changed, for one of so many matters on average. */
    public String typedEach(int matters) {
        return each(typed(), matters);
    }

    /** Minutes for one of so many matters on average. */
    public String minutesEach(int matters) {
        return timed == 0 || matters == 0 ? "" : tenths(seconds / matters);
    }

    static String tenths(long seconds) {
        return String.valueOf(Math.round(seconds / 6.0) / 10.0);
    }

    private static String each(int number, int matters) {
        return matters == 0 ? "" : String.valueOf(Math.round(number * 10.0 / matters) / 10.0);
    }
}
