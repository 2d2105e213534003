package org.qibu.community.rolls.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.qibu.community.rolls.Content;
import org.qibu.community.rolls.Decisions;
import org.qibu.community.rolls.Entry;
import org.qibu.community.rolls.RollKind;
import org.qibu.community.rolls.RowFault;
import org.qibu.sheets.SheetRow;
import org.qibu.sheets.SheetTable;
import org.qibu.text.ComparisonKey;

/** Checks all rows of a roll, each by itself and against the others, and names every fault at once. */
public class RollCheck {

    private final RollKind kind;
    private final CellCheck cells;
    private final Decisions decisions;
    private final List<RowFault> faults = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Set<Place> unread = new HashSet<>();
    private final Map<ComparisonKey, SheetRow> typed = new HashMap<>();

    /** A cell by its row and the key of its column. */
    private record Place(int row, String column) {}

    public RollCheck(RollKind kind, int thisYear, Decisions decisions) {
        this.kind = kind;
        this.decisions = decisions;
        this.cells = new CellCheck(kind, thisYear);
    }

    /** Takes the rows; a cell that could not be read as it is seen is told once, not as one that is empty as well. */
    public RollCheck take(SheetTable table) {
        table.faults().forEach(fault -> {
            unread.add(new Place(fault.row(), fault.column()));
            faults.add(new RowFault(fault.row(), fault.column(), fault.message(), ""));
        });
        table.rows().forEach(this::take);
        new SameWriting(kind, this).demand(entries);
        refuseSecondRows();
        if (kind == RollKind.OWNERS) {
            refuseTwoVoicesOfAnOwner("ownerName", "姓名", ComparisonKey::same);
            refuseTwoVoicesOfAnOwner("developer", "“开发商未售”", String::equals);
            refuseTwoVoicesOfAnOwner("email", "邮箱", RollCheck::isSameOrSilent);
            refuseTwoVoicesOfAnOwner("phone", "电话", RollCheck::isSameOrSilent);
            refuseTwoDevelopers();
        }
        return this;
    }

    public List<RowFault> faults() {
        return faults.stream().sorted(Comparator.comparingInt(RowFault::row)).toList();
    }

    public Content content() {
        return new Content(kind, List.copyOf(entries));
    }

    void refuse(Entry entry, String column, String message) {
        faults.add(new RowFault(entry.row(), column, message, entry.get(column)));
    }

    private void take(SheetRow row) {
        var values = new LinkedHashMap<String, String>();
        for (var column : kind.columns()) {
            if (unread.contains(new Place(row.number(), column.key()))) {
                continue;
            }
            var cell = row.get(column.key());
            var text = column.key().equals(kind.headColumn()) ? decisions.prefixed(cell) : cell;
            var fault = cells.fault(column.key(), text);
            fault.ifPresent(message -> faults.add(new RowFault(row.number(), column.key(), message, text)));
            if (column.key().equals(kind.headColumn())) {
                refuseTwoThatBecomeOne(row.number(), cell, text);
            }
            if (fault.isEmpty()) {
                values.put(column.key(), cells.canonical(column.key(), text));
            }
        }
        entries.add(new Entry(row.number(), values));
    }

    /** A prefix must not make one number of two that the file tells apart, such as O001 and xa-O001. */
    private void refuseTwoThatBecomeOne(int row, String cell, String number) {
        var other = typed.putIfAbsent(ComparisonKey.of(number), new SheetRow(row, Map.of("typed", cell)));
        if (other != null && !ComparisonKey.same(other.get("typed"), cell) && !cell.isEmpty()) {
            faults.add(new RowFault(
                    row,
                    kind.headColumn(),
                    "“" + cell + "”和第 " + other.number() + " 行的“" + other.get("typed") + "”加上“" + decisions.prefix()
                            + "”以后成了同一个编号，请在表里改好再导入。",
                    cell));
        }
    }

    private void refuseSecondRows() {
        var first = new HashMap<String, Entry>();
        for (var entry : entries) {
            var key = entry.get(kind.keyColumn());
            var other = key.isEmpty() ? null : first.putIfAbsent(key, entry);
            if (other != null) {
                refuse(entry, kind.keyColumn(), second(entry, other));
            }
        }
    }

    /** Co-owners of one part vote as one (Civil Code art. 278 counts a part and its owner once). */
    private String second(Entry entry, Entry other) {
        return kind == RollKind.OWNERS
                        && entry.has("ownerNo")
                        && other.has("ownerNo")
                        && !entry.get("ownerNo").equals(other.get("ownerNo"))
                ? "专有部分 " + entry.get("partNo") + " 在第 " + other.row() + " 行和第 " + entry.row()
                        + " 行有两个业主编号；共有的房屋请由共有人推选一人行使表决权，只保留一行。"
                : "“" + kind.label(kind.keyColumn()) + "”与第 " + other.row() + " 行重复。";
    }

    private static boolean isSameOrSilent(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equalsIgnoreCase(other);
    }

    private void refuseTwoVoicesOfAnOwner(String column, String label, BiPredicate<String, String> isSame) {
        var first = new HashMap<String, Entry>();
        for (var entry : entries) {
            var isRead = entry.has("ownerNo") && entry.has(column);
            var other = isRead ? first.putIfAbsent(entry.get("ownerNo"), entry) : null;
            if (other != null && !isSame.test(entry.get(column), other.get(column))) {
                refuse(entry, column, "业主 " + entry.get("ownerNo") + " 的" + label + "与第 " + other.row() + " 行不一致。");
            }
        }
    }

    private void refuseTwoDevelopers() {
        var unsold = entries.stream()
                .filter(entry -> "true".equals(entry.get("developer")))
                .toList();
        for (var entry : unsold) {
            var number = unsold.get(0).get("ownerNo");
            if (!number.equals(entry.get("ownerNo"))) {
                refuse(
                        entry,
                        "ownerNo",
                        "开发商未售部分应当归在同一个业主编号下，第 " + unsold.get(0).row() + " 行用的是 " + number + "。");
            }
        }
    }
}
