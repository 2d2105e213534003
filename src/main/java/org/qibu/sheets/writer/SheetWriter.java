package org.qibu.sheets.writer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.qibu.availability.SlowWork;
import org.qibu.sheets.Column;
import org.springframework.stereotype.Component;

/** Writes tables people fetch. Every cell is text, so that nothing in it is ever worked out as a formula. */
@Component
public class SheetWriter {

    /** An XLSX file of one sheet, the labels of the columns first. */
    public byte[] xlsx(String sheetName, List<Column> columns, List<List<String>> rows) {
        SlowWork.mustHoldNoConnection("writing a table");
        var headings = columns.stream().map(Column::label).toList();
        var all = Stream.concat(Stream.of(headings), rows.stream()).toList();
        return new XlsxFile(sheetName, columns.size(), all, SheetWriter::isDangerous).bytes();
    }

    private static boolean isDangerous(String value) {
        return !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
    }

    /** A CSV file that spreadsheets open with the right characters. */
    public byte[] csv(List<Column> columns, List<List<String>> rows) {
        var text = new StringBuilder("\uFEFF");
        try (var printer = CSVFormat.EXCEL.print(text)) {
            printer.printRecord(columns.stream().map(Column::label).toList());
            for (var row : rows) {
                printer.printRecord(row.stream()
                        .map(value -> isDangerous(value) ? "'" + value : value)
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
