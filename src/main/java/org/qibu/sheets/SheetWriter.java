package org.qibu.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.csv.CSVFormat;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.qibu.availability.SlowWork;
import org.springframework.stereotype.Component;

/** Writes tables people fetch. Every cell is text, so that nothing in it is ever worked out as a formula. */
@Component
public class SheetWriter {

    private static final int WIDTH = 18 * 256;

    /** An XLSX file of one sheet, the labels of the columns first. */
    public byte[] xlsx(String sheetName, List<Column> columns, List<List<String>> rows) {
        SlowWork.mustHoldNoConnection("writing a table");
        try (var book = new SXSSFWorkbook(100);
                var out = new ByteArrayOutputStream()) {
            book.setZip64Mode(Zip64Mode.AsNeeded);
            var sheet = book.createSheet(sheetName);
            var text = book.createCellStyle();
            text.setDataFormat(book.createDataFormat().getFormat("@"));
            var quoted = book.createCellStyle();
            quoted.cloneStyleFrom(text);
            quoted.setQuotePrefixed(true);
            for (int i = 0; i < columns.size(); i++) {
                sheet.setColumnWidth(i, WIDTH);
                sheet.setDefaultColumnStyle(i, text);
            }
            sheet.createFreezePane(0, 1);
            fill(sheet.createRow(0), columns.stream().map(Column::label).toList(), text, quoted);
            for (int i = 0; i < rows.size(); i++) {
                fill(sheet.createRow(i + 1), rows.get(i), text, quoted);
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Row row, List<String> values, CellStyle text, CellStyle quoted) {
        for (int i = 0; i < values.size(); i++) {
            var cell = row.createCell(i);
            cell.setCellValue(values.get(i));
            cell.setCellStyle(isDangerous(values.get(i)) ? quoted : text);
        }
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
