package org.qibu.sheets.reader;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.qibu.sheets.Column;
import org.qibu.sheets.SheetRefused;
import org.qibu.sheets.SheetTable;
import org.qibu.sheets.format.Cell;
import org.qibu.sheets.table.Rows;

/** Lines of text with tabs, commas or semicolons between the cells. */
final class CsvTable {

    private static final char[] DELIMITERS = {'\t', ',', ';'};
    private static final char[] OTHER_DELIMITERS = {'，', '；', '、', '|', '｜', ' '};

    private CsvTable() {}

    /** Reads it with the delimiter under which its headings are found. */
    static SheetTable read(String text, List<Column> columns) {
        for (var delimiter : DELIMITERS) {
            if (hasHeadings(text, delimiter, columns)) {
                return rows(text, delimiter, columns).table("");
            }
        }
        for (var delimiter : OTHER_DELIMITERS) {
            if (hasHeadings(text, delimiter, columns)) {
                throw new SheetRefused("这份表格的各格用“" + delimiter + "”隔开，请改用英文逗号、分号或制表符，或者用 XLSX 文件。");
            }
        }
        return rows(text, likely(text), columns).table("");
    }

    private static boolean hasHeadings(String text, char delimiter, List<Column> columns) {
        try (var parser = CSVParser.parse(new StringReader(text), format(delimiter))) {
            var rows = new Rows(columns, "");
            var records = parser.iterator();
            while (!rows.isHeaded() && records.hasNext() && parser.getRecordNumber() < 50) {
                var record = records.next();
                rows.take((int) record.getRecordNumber(), false, cells(record));
            }
            return rows.isHeaded();
        } catch (IOException | UncheckedIOException | IllegalStateException | SheetRefused notThisWay) {
            return false;
        }
    }

    private static Rows rows(String text, char delimiter, List<Column> columns) {
        var rows = new Rows(columns, "");
        var width = 0;
        var last = 0L;
        try (var parser = CSVParser.parse(new StringReader(text), format(delimiter))) {
            for (var line : parser) {
                last = line.getRecordNumber();
                if (rows.isHeaded()) {
                    refuseSurplus(line, width);
                }
                rows.take((int) line.getRecordNumber(), false, cells(line));
                width = width == 0 && rows.isHeaded() ? line.size() : width;
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new SheetRefused("这个文件读不成表格：第 " + (last + 1) + " 行的引号不成对。请检查引号，或改用 XLSX 文件。");
        }
        return rows;
    }

    private static CSVFormat format(char delimiter) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
    }

    private static char likely(String text) {
        var first = text.stripLeading().lines().findFirst().orElse("");
        if (first.indexOf('\t') >= 0) {
            return '\t';
        }
        return count(first, ';') > count(first, ',') ? ';' : ',';
    }

    private static long count(String text, char sign) {
        return text.chars().filter(each -> each == sign).count();
    }

    private static void refuseSurplus(CSVRecord line, int width) {
        for (int place = width; place < line.size(); place++) {
            if (!line.get(place).isBlank()) {
                throw new SheetRefused("第 " + line.getRecordNumber() + " 行的格数比表头多，请检查是否多了分隔符；内容里有逗号时请加引号。");
            }
        }
    }

    private static Map<Integer, Cell> cells(CSVRecord line) {
        var cells = new HashMap<Integer, Cell>();
        for (int place = 0; place < line.size(); place++) {
            cells.put(place, Cell.text(unwrapped(line.get(place))));
        }
        return cells;
    }

    /**
     * What a spreadsheet shows of a cell that other programs keep from being worked out: {@code ="0012"} shows 0012; a
     * quote before a sign that begins a formula, as we write it ourselves, does not show.
     */
    private static String unwrapped(String cell) {
        if (cell.length() > 2 && cell.startsWith("=\"") && cell.endsWith("\"")) {
            return cell.substring(2, cell.length() - 1);
        }
        return cell.matches("(?s)'[=+@\\-].*") ? cell.substring(1) : cell;
    }
}
