package org.qibu.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.qibu.sheets.writer.SheetWriter;

/** What others find in the tables we write, by a library that had no part in writing them. */
class SheetWriterTest {

    private static final List<Column> COLUMNS =
            List.of(Column.required("no", "编号"), Column.optional("name", "姓名"), Column.optional("remark", "=备注"));

    @Test
    void everyCellIsTextAndWhatLooksLikeAFormulaIsMarkedAsText() throws IOException {
        try (var book = written(List.of("1", "王䶮𠅤", "=1+1"), List.of("+86", "", "\tx"), List.of("-", "a-b", "@"))) {
            assertThat(book.getSheetAt(0).iterator())
                    .toIterable()
                    .flatExtracting(SheetWriterTest::cells)
                    .hasSize(12)
                    .allSatisfy(cell -> {
                        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                        assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
                    });
            assertThat(texts(book, 0)).containsExactly("编号", "姓名", "=备注");
            assertThat(quoted(book, 0)).containsExactly(false, false, true);
            assertThat(texts(book, 1)).containsExactly("1", "王䶮𠅤", "=1+1");
            assertThat(quoted(book, 1)).containsExactly(false, false, true);
            assertThat(texts(book, 2)).containsExactly("+86", "", "\tx");
            assertThat(quoted(book, 2)).containsExactly(true, false, true);
            assertThat(quoted(book, 3)).containsExactly(true, false, true);
        }
    }

    @Test
    void theHeadingsStayInSightAndFurtherRowsAreTextToo() throws IOException {
        try (var book = written()) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getSheetName()).isEqualTo("名册 & 期限");
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 1);
            for (var column = 0; column < COLUMNS.size(); column++) {
                assertThat(sheet.getColumnWidth(column)).isEqualTo(18 * 256);
                assertThat(sheet.getColumnStyle(column).getDataFormatString()).isEqualTo("@");
            }
        }
    }

    @Test
    void noTextMakesTheFileInvalid() throws IOException {
        try (var book =
                written(List.of("<a&\"'>]]>", " a  b ", "l1\nl2\r\nl3\rl4"), List.of("a\u0001b\uFFFFc\uD842d\uD842"))) {
            assertThat(texts(book, 1)).containsExactly("<a&\"'>]]>", " a  b ", "l1\nl2\r\nl3\rl4");
            assertThat(texts(book, 2)).containsExactly("a?b?c?d?");
        }
    }

    private static List<String> texts(XSSFWorkbook book, int row) {
        return cells(book.getSheetAt(0).getRow(row)).stream()
                .map(Cell::getStringCellValue)
                .toList();
    }

    /** Of the cells of a row, whether each is marked as text. */
    private static List<Boolean> quoted(XSSFWorkbook book, int row) {
        return cells(book.getSheetAt(0).getRow(row)).stream()
                .map(cell -> cell.getCellStyle().getQuotePrefixed())
                .toList();
    }

    private static List<Cell> cells(Row row) {
        return StreamSupport.stream(row.spliterator(), false).toList();
    }

    @SafeVarargs
    private static XSSFWorkbook written(List<String>... rows) throws IOException {
        var file = new SheetWriter().xlsx("名册 & 期限", COLUMNS, List.of(rows));
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }
}
