package org.qibu.community.rolls.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.qibu.community.rolls.Entry;
import org.qibu.community.rolls.RollKind;
import org.qibu.text.ComparisonKey;

/**
 * Refuses the second writing of one number or place within a roll, such as Ｏ００１ beside O001, so that nobody counts
 * twice and no home stands in two buildings.
 */
class SameWriting {

    private final RollKind kind;
    private final RollCheck check;

    SameWriting(RollKind kind, RollCheck check) {
        this.kind = kind;
        this.check = check;
    }

    void demand(List<Entry> entries) {
        demand(entries, kind.headColumn(), List.of());
        if (!kind.keyColumn().equals(kind.headColumn())) {
            demand(entries, kind.keyColumn(), List.of());
        }
        if (kind.isZoned()) {
            demand(entries, "building", List.of());
            demand(entries, "unit", List.of("building"));
            demand(entries, "room", List.of("building", "unit"));
        }
    }

    private void demand(List<Entry> entries, String column, List<String> within) {
        Map<String, Entry> first = new HashMap<>();
        for (var entry : entries) {
            var text = entry.get(column);
            var other = text.isEmpty() ? null : first.putIfAbsent(place(entry, within) + key(text), entry);
            if (other != null && !other.get(column).equals(text)) {
                check.refuse(
                        entry,
                        column,
                        kind.label(column) + "“" + text + "”与第 " + other.row() + " 行“" + other.get(column)
                                + "”看上去相同，请写成一样。");
            }
        }
    }

    private static String place(Entry entry, List<String> columns) {
        return columns.stream().map(column -> key(entry.get(column)) + "\n").collect(Collectors.joining());
    }

    private static String key(String text) {
        return ComparisonKey.of(text).value();
    }
}
