package org.qibu.calendar.period;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.qibu.calendar.Calendars;
import org.qibu.calendar.WorkingCalendar;
import org.springframework.context.MessageSourceResolvable;

/**
 * So many days or working days. As an argument of a message it is spoken in the language of the message: 5 个工作日, 15 days.
 *
 * @param amount 0 or more
 */
public record PeriodLength(int amount, PeriodUnit unit) implements MessageSourceResolvable {

    /** What a row of the table gives; empty where amount or unit are missing or make no sense. */
    static Optional<PeriodLength> of(Map<String, Object> row) {
        return row.get("amount") instanceof Number amount && isCountable(amount.longValue())
                ? PeriodUnit.of(row.get("unit")).map(unit -> new PeriodLength(amount.intValue(), unit))
                : Optional.empty();
    }

    private static boolean isCountable(long amount) {
        return amount >= 0 && amount <= WorkingCalendar.LONGEST;
    }

    /** The end of a period that begins at a moment: 18:00 in China on the last day. */
    public Instant end(Calendars calendars, Instant start) {
        return switch (unit) {
            case DAYS -> calendars.afterDays(start, amount);
            case WORKING_DAYS -> calendars.afterWorkingDays(start, amount);
        };
    }

    /** In Chinese, such as 15 天 or 5 个工作日. */
    public String inChinese() {
        return amount + (unit == PeriodUnit.DAYS ? " 天" : " 个工作日");
    }

    @Override
    public String[] getCodes() {
        return new String[] {"period." + unit};
    }

    @Override
    public Object[] getArguments() {
        return new Object[] {amount};
    }

    @Override
    public String getDefaultMessage() {
        return inChinese();
    }
}
