package org.qibu.calendar.period;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.qibu.calendar.Calendars;
import org.qibu.engine.FormRefused;
import org.qibu.engine.table.TablesInForce;
import org.qibu.transaction.ReadOnce;
import org.springframework.stereotype.Component;

/** Looks up in {@code periods.dmn}, as it is deployed, how long each period is. */
@Component("periodTable")
public class PeriodTable {

    private final Supplier<Map<Period, PeriodLength>> table;
    private final Calendars calendars;

    PeriodTable(TablesInForce tables, Calendars calendars) {
        this.table = tables.of(PeriodElements.TABLE_PERIODS, PeriodTable::read);
        this.calendars = calendars;
    }

    private static Map<Period, PeriodLength> read(Function<Map<String, Object>, Map<String, Object>> table) {
        var lengths = new EnumMap<Period, PeriodLength>(Period.class);
        for (var period : Period.values()) {
            lengths.put(
                    period,
                    PeriodLength.of(table.apply(Map.of("period", period.word())))
                            .orElseThrow(() -> new FormRefused("table", "“" + period.word() + "”没有写时间或单位。")));
        }
        return lengths;
    }

    /** How long a period is. */
    public PeriodLength of(Period period) {
        return Objects.requireNonNull(
                ReadOnce.get(PeriodTable.class, "table", table).get(period));
    }

    /** The same for pages, by the name of the constant. */
    public PeriodLength named(String period) {
        return of(Period.valueOf(period));
    }

    /** How many days or working days a period has; for periods that are counted in one of them only. */
    public int amount(Period period) {
        return of(period).amount();
    }

    /** The end of a period that begins at a moment: 18:00 in China on the last day. */
    public Instant end(Period period, Instant start) {
        return of(period).end(calendars, start);
    }
}
