package org.qibu.sheets;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a cell is, such as C2.
 *
 * @param row counted from 1
 * @param column counted from 0
 */
public record CellPlace(int row, int column) {

    public static final int MOST_ROWS = 1_048_576;
    public static final int MOST_COLUMNS = 16_384;

    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})([1-9]\\d{0,6})");
    private static final int LETTERS = 26;

    /** Reads a reference; empty where no cell of a spreadsheet has it. */
    public static Optional<CellPlace> read(String reference) {
        var match = REFERENCE.matcher(reference);
        if (!match.matches()) {
            return Optional.empty();
        }
        var column = 0;
        for (var letter : match.group(1).toCharArray()) {
            column = column * LETTERS + letter - 'A' + 1;
        }
        var row = Integer.parseInt(match.group(2));
        return column <= MOST_COLUMNS && row <= MOST_ROWS
                ? Optional.of(new CellPlace(row, column - 1))
                : Optional.empty();
    }

    /** The letters of a column counted from 0, such as AB. */
    public static String letters(int column) {
        var letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
            letters.insert(0, (char) ('A' + rest % LETTERS));
        }
        return letters.toString();
    }
}
