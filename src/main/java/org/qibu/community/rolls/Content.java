package org.qibu.community.rolls;

import java.util.List;
import java.util.stream.Collectors;
import org.qibu.text.Sha256;

/** The rows of one roll and what they come to. */
public record Content(RollKind kind, List<Entry> entries) {

    public int rows() {
        return entries.size();
    }

    /** Owners, households or people, each counted once. */
    public int heads() {
        return (int) entries.stream()
                .map(entry -> entry.get(kind.headColumn()))
                .distinct()
                .count();
    }

    /** In hundredths of a square metre; nothing but owners have an area. */
    public long totalArea() {
        return kind == RollKind.OWNERS
                ? entries.stream()
                        .mapToLong(entry -> Area.hundredths(entry.get("area")))
                        .reduce(0, Math::addExact)
                : 0;
    }

    /** The same for the same rows in whatever order and file they came. */
    public String sha256() {
        var lines = entries.stream()
                .map(entry -> kind.columns().stream()
                        .map(column -> entry.get(column.key()))
                        .collect(Collectors.joining("\u001f")))
                .sorted()
                .collect(Collectors.joining("\n"));
        return Sha256.hex(lines);
    }
}
