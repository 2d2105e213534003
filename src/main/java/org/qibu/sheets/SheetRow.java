package org.qibu.sheets;

import java.util.Map;

/**
 * One row as the sender sees it.
 *
 * @param number counted like in the spreadsheet: the heading of an ordinary table is row 1
 * @param cells by the keys of the columns, without blanks around them
 */
public record SheetRow(int number, Map<String, String> cells) {

    public SheetRow {
        cells = Map.copyOf(cells);
    }

    /** What stands in a column; an empty text where nothing does. */
    public String get(String column) {
        return cells.getOrDefault(column, "");
    }
}
