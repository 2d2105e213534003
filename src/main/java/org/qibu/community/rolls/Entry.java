package org.qibu.community.rolls;

import java.util.Map;

/**
 * A row of a roll that was checked, its values written the one way we write them.
 *
 * @param row counted like in the spreadsheet; 0 for a row that comes from our tables
 */
public record Entry(int row, Map<String, String> values) {

    /** Whether what stands in a column could be read; an empty cell can. */
    public boolean has(String column) {
        return values.containsKey(column);
    }

    /** What stands in a column; an empty text where nothing does. */
    public String get(String column) {
        return values.getOrDefault(column, "");
    }
}
