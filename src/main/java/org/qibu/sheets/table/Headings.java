package org.qibu.sheets.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.qibu.sheets.CellPlace;
import org.qibu.sheets.Column;
import org.qibu.sheets.SheetRefused;
import org.qibu.sheets.format.Cell;
import org.qibu.sheets.format.Numbers;

/** Looks for the row of headings among the first rows of a table: the one that names every column that is needed. */
class Headings {

    private static final Set<String> RUNNING_NUMBERS = Set.of("序号", "#");

    /** Titles, dates and remarks above the headings seldom take more rows. */
    private static final int MOST_ABOVE = 20;

    private final List<Column> columns;
    private final String sheet;
    private Map<Integer, String> others = Map.of();
    private Map<Integer, Column> places;
    private Map<Integer, Column> nearest = Map.of();
    private Map<Integer, Column> previous = Map.of();
    private int foundRow;
    private int nearestRow;
    private int splitAt;
    private int firstRow;
    private String firstText = "";
    private int above;

    Headings(List<Column> columns, String sheet) {
        this.columns = columns;
        this.sheet = sheet;
    }

    void take(int number, Map<Integer, Cell> cells) {
        if (above == MOST_ABOVE || cells.values().stream().allMatch(Cell::isBlank)) {
            return;
        }
        if (above++ == 0) {
            firstRow = number;
            firstText = new TreeMap<>(cells)
                    .values().stream()
                            .map(Cell::text)
                            .filter(text -> !text.isEmpty())
                            .findFirst()
                            .orElse("");
        }
        var named = named(cells);
        if (missing(named).isEmpty()) {
            refuseTwice(number, named);
            places = named;
            others = texts(cells);
            foundRow = number;
        } else if (!named.isEmpty() && isSplit(named)) {
            splitAt = number;
        }
        previous = named;
        if (!isFound() && named.size() > nearest.size()) {
            nearest = named;
            nearestRow = number;
        }
    }

    /** Whether a row names what the one above lacks, as where the headings of a table take two rows. */
    private boolean isSplit(Map<Integer, Column> named) {
        var both = new HashMap<>(previous);
        both.putAll(named);
        return !previous.isEmpty() && missing(both).isEmpty();
    }

    /** What stands above a column nobody asked for, as people are told. */
    String other(int place) {
        var heading = others.getOrDefault(place, "");
        return heading.isEmpty() ? CellPlace.letters(place) + "（没有表头）" : Numbers.shortened(heading);
    }

    /** Whether a column only counts the rows. */
    boolean isRunningNumber(int place) {
        return RUNNING_NUMBERS.contains(others.getOrDefault(place, ""));
    }

    /** The row of the headings, counted from 1. */
    int row() {
        return foundRow;
    }

    private static Map<Integer, String> texts(Map<Integer, Cell> cells) {
        var texts = new HashMap<Integer, String>();
        cells.forEach((place, cell) -> texts.put(place, cell.text()));
        return texts;
    }

    private Map<Integer, Column> named(Map<Integer, Cell> cells) {
        var named = new HashMap<Integer, Column>();
        cells.forEach((place, cell) -> columns.stream()
                .filter(column -> column.isNamed(cell.text()))
                .findFirst()
                .ifPresent(column -> named.put(place, column)));
        return named;
    }

    private List<Column> missing(Map<Integer, Column> named) {
        return columns.stream()
                .filter(column -> column.required() && !named.containsValue(column))
                .toList();
    }

    private static void refuseTwice(int number, Map<Integer, Column> named) {
        if (named.values().stream().distinct().count() < named.size()) {
            throw new SheetRefused("第 " + number + " 行的表头里有两列名称相同，请删去多余的一列。");
        }
    }

    boolean isFound() {
        return places != null;
    }

    boolean isNearlyFound() {
        return !nearest.isEmpty();
    }

    /** The columns by their places, counted from 0. */
    Map<Integer, Column> places() {
        return places;
    }

    /** @throws SheetRefused naming what was found in the place of the headings */
    void refuseUnlessFound() {
        if (isFound()) {
            return;
        }
        var where = sheet.isEmpty() ? "" : "工作表“" + sheet + "”";
        if (above == 0) {
            throw new SheetRefused((sheet.isEmpty() ? "表格" : where) + "是空的，第一行应当是表头：" + Rows.labels(columns) + "。");
        }
        if (splitAt > 0) {
            throw new SheetRefused(where + "第 " + splitAt + " 行和它上面一行合起来才是表头，请把表头写在一行里，再上传。");
        }
        if (!nearest.isEmpty()) {
            throw new SheetRefused(where + "第 " + nearestRow + " 行的表头缺少：" + Rows.labels(missing(nearest)) + "。");
        }
        throw new SheetRefused(where + "第 " + firstRow + " 行是“" + Numbers.shortened(firstText) + "”，不是表头。表头应当有："
                + Rows.labels(missing(Map.of())) + "。");
    }
}
