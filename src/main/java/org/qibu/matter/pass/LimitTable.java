package org.qibu.matter.pass;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.qibu.engine.FormRefused;
import org.qibu.engine.table.TablesInForce;
import org.qibu.matter.contract.PublishedElements;
import org.springframework.stereotype.Component;

/** Looks up in {@code pass-limits.dmn}, as it is deployed, how often each way may be gone. */
@Component
class LimitTable {

    private final Supplier<Function<String, Row>> table;

    LimitTable(TablesInForce tables) {
        this.table = tables.of(PublishedElements.TABLE_PASS_LIMITS, LimitTable::read);
    }

    /**
     * What the table says of a way.
     *
     * @param most how often it may be gone, 0 or more
     * @param sentence what a person reads who chooses it once more, {0} the number of times; empty where none is written
     */
    record Row(int most, String sentence) {

        private static Row of(String way, Map<String, Object> outputs) {
            if (outputs.get("most") instanceof Number most && most.intValue() >= 0) {
                return new Row(
                        most.intValue(), outputs.get("sentence") instanceof String sentence ? sentence.strip() : "");
            }
            throw new FormRefused("table", "“" + way + "”没有写次数。");
        }
    }

    /** Asks for all ways the program knows at once, so that a table without a number is refused as a whole. */
    private static Function<String, Row> read(Function<Map<String, Object>, Map<String, Object>> table) {
        var rows = new ConcurrentHashMap<String, Row>();
        Function<String, Row> row =
                way -> rows.computeIfAbsent(way, any -> Row.of(way, table.apply(Map.of("way", way))));
        for (var limit : PassLimit.values()) {
            row.apply(limit.word());
        }
        return row;
    }

    /** The row of a way, by its word. */
    Row row(String way) {
        return table.get().apply(way);
    }
}
