package org.qibu.community.rolls.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qibu.community.rolls.Content;
import org.qibu.community.rolls.Entry;
import org.qibu.community.rolls.RollKind;

/** What a new roll changes against the present one, row by row. */
record Changes(List<Entry> added, List<Entry> removed, List<Change> changed) {

    /** One cell of a row that stays; both texts as people read them. */
    record Change(String key, String column, String before, String after) {}

    static Changes between(Content present, Content coming) {
        var kind = coming.kind();
        var before = byKey(present);
        var after = byKey(coming);
        var changed = new ArrayList<Change>();
        coming.entries().forEach(entry -> {
            var key = entry.get(kind.keyColumn());
            if (before.containsKey(key)) {
                changed.addAll(changes(kind, key, before.get(key), entry));
            }
        });
        return new Changes(without(coming, before), without(present, after), changed);
    }

    private static Map<String, Entry> byKey(Content content) {
        return content.entries().stream()
                .collect(Collectors.toMap(
                        entry -> entry.get(content.kind().keyColumn()), Function.identity(), (one, other) -> one));
    }

    private static List<Entry> without(Content content, Map<String, Entry> others) {
        return content.entries().stream()
                .filter(entry -> !others.containsKey(entry.get(content.kind().keyColumn())))
                .toList();
    }

    private static List<Change> changes(RollKind kind, String key, Entry before, Entry after) {
        return kind.columns().stream()
                .map(column -> new Change(key, column.label(), before.get(column.key()), after.get(column.key())))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }
}
