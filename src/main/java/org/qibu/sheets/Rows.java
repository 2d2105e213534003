package org.qibu.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes the rows of a table one after the other: the first one that is not blank is the heading. */
class Rows {

    static final int MOST = 50_000;

    private final List<Column> columns;
    private final List<SheetRow> found = new ArrayList<>();
    private Map<Integer, Column> heading;

    Rows(List<Column> columns) {
        this.columns = columns;
    }

    /** Takes a row by the places of its cells, counted from 0. */
    void take(int number, Map<Integer, Cell> cells) {
        if (cells.values().stream().allMatch(Cell::isBlank)) {
            return;
        }
        if (heading == null) {
            heading = heading(cells);
            return;
        }
        if (found.size() == MOST) {
            throw new SheetRefused("表格超过 50000 行，请分成几个文件。");
        }
        found.add(new SheetRow(number, values(number, cells)));
    }

    List<SheetRow> all() {
        if (heading == null) {
            throw new SheetRefused("表格是空的，第一行应当是表头：" + labels(columns) + "。");
        }
        return List.copyOf(found);
    }

    private Map<Integer, Column> heading(Map<Integer, Cell> cells) {
        var places = new HashMap<Integer, Column>();
        cells.forEach((place, cell) -> columns.stream()
                .filter(column -> column.isNamed(cell.text()))
                .findFirst()
                .ifPresent(column -> places.put(place, column)));
        var missing = columns.stream()
                .filter(column -> column.required() && !places.containsValue(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new SheetRefused("第一行的表头缺少：" + labels(missing) + "。");
        }
        if (places.values().stream().distinct().count() < places.size()) {
            throw new SheetRefused("表头里有两列名称相同，请删去多余的一列。");
        }
        return places;
    }

    private Map<String, String> values(int number, Map<Integer, Cell> cells) {
        var values = new HashMap<String, String>();
        cells.forEach((place, cell) -> {
            var column = heading.get(place);
            if (column != null && cell.fault() != null) {
                throw new SheetRefused("第 " + number + " 行“" + column.label() + "”" + cell.fault());
            }
            if (column != null) {
                values.put(column.key(), cell.text());
            }
        });
        return values;
    }

    private static String labels(List<Column> columns) {
        return columns.stream()
                .map(column -> column.label() + "（" + column.key() + "）")
                .collect(Collectors.joining("、"));
    }
}
