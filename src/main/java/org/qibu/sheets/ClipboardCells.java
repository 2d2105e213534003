package org.qibu.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Cells as a spreadsheet puts them on the clipboard: a line for each row, a tab between the cells, quotes around a cell of
 * several lines, and only around such a one. The script of the row editor, {@code pasted.js}, reads them by the same rules.
 */
public final class ClipboardCells {

    private final String text;
    private int at;

    private ClipboardCells(String text) {
        this.text = text;
    }

    /** The rows that are not blank, cell by cell. */
    public static List<List<String>> read(String text) {
        return of(text).grid().stream()
                .filter(line -> line.stream().anyMatch(each -> !each.isBlank()))
                .toList();
    }

    /**
     * Pasted text as a file of the same cells that a reader of files reads, each row where it was: quotes that are part of a
     * cell are told from those around one. Text without a tab is no clipboard of a spreadsheet and stays as it is.
     */
    public static String asFile(String text) {
        return text.indexOf('\t') < 0
                ? text
                : of(text).grid().stream()
                        .map(row -> row.stream().map(ClipboardCells::enclosed).collect(Collectors.joining("\t")) + "\n")
                        .collect(Collectors.joining());
    }

    private static ClipboardCells of(String text) {
        return new ClipboardCells(text.replace("\r\n", "\n").replace('\r', '\n'));
    }

    private List<List<String>> grid() {
        var grid = new ArrayList<List<String>>();
        while (at < text.length()) {
            var line = new ArrayList<String>();
            var goesOn = true;
            while (goesOn) {
                line.add(cell());
                goesOn = at < text.length() && text.charAt(at) == '\t';
                at++;
            }
            grid.add(line);
        }
        return grid;
    }

    /** Takes the next cell and stops before the tab or the end of the line behind it. */
    private String cell() {
        var closing = closingQuote();
        var begin = at;
        if (closing > 0) {
            at = closing + 1;
            return text.substring(begin + 1, closing).replace("\"\"", "\"");
        }
        while (!isEnd(at)) {
            at++;
        }
        return text.substring(begin, at);
    }

    /** Where the quotes end in which the next cell stands; -1 where it does not stand in quotes. */
    private int closingQuote() {
        if (at >= text.length() || text.charAt(at) != '"') {
            return -1;
        }
        var hasLines = false;
        for (int i = at + 1; i < text.length(); i++) {
            var sign = text.charAt(i);
            hasLines |= sign == '\n' || sign == '\t';
            if (sign == '"') {
                if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    i++;
                } else {
                    return hasLines && isEnd(i + 1) ? i : -1;
                }
            }
        }
        return -1;
    }

    private boolean isEnd(int place) {
        return place >= text.length() || text.charAt(place) == '\t' || text.charAt(place) == '\n';
    }

    /** The rows as such text. */
    public static String write(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(ClipboardCells::quoted).collect(Collectors.joining("\t")) + "\n")
                .collect(Collectors.joining());
    }

    private static String quoted(String cell) {
        return cell.indexOf('\n') >= 0 || cell.indexOf('\t') >= 0 || cell.indexOf('\r') >= 0 ? inQuotes(cell) : cell;
    }

    private static String enclosed(String cell) {
        return cell.indexOf('"') >= 0 ? inQuotes(cell) : quoted(cell);
    }

    private static String inQuotes(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }
}
