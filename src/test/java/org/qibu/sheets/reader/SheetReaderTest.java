package org.qibu.sheets.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.qibu.sheets.Column;
import org.qibu.sheets.SheetRefused;
import org.qibu.sheets.SheetRow;
import org.qibu.sheets.table.Rows;
import org.qibu.sheets.writer.SheetWriter;

class SheetReaderTest {

    private static final List<Column> COLUMNS = List.of(
            Column.required("ownerNo", "业主编号"), Column.required("area", "建筑面积"), Column.optional("phone", "电话"));

    private final SheetReader reader = new SheetReader();

    private List<SheetRow> csv(String text) {
        return reader.read("业主.csv", text.getBytes(StandardCharsets.UTF_8), COLUMNS);
    }

    private static byte[] xlsx(Consumer<Sheet> content) throws IOException {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            content.accept(book.createSheet("名册"));
            book.createSheet("第二页").createRow(0).createCell(0).setCellValue("不读");
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void row(Sheet sheet, int number, Object... values) {
        var row = sheet.createRow(number);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Number value) {
                row.createCell(i).setCellValue(value.doubleValue());
            } else {
                row.createCell(i).setCellValue((String) values[i]);
            }
        }
    }

    private static void format(Sheet sheet, int row, int column, String pattern) {
        var style = sheet.getWorkbook().createCellStyle();
        style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(pattern));
        sheet.getRow(row).getCell(column).setCellStyle(style);
    }

    @Test
    void readsKeysAndChineseHeadingsAndCountsBlankRows() {
        assertThat(csv("ownerNo,AREA,备注\nO001, 80.50 ,x\n,,\n\n\"O,2\",62\n"))
                .containsExactly(
                        new SheetRow(2, Map.of("ownerNo", "O001", "area", "80.50")),
                        new SheetRow(5, Map.of("ownerNo", "O,2", "area", "62")));
        assertThat(csv("\uFEFF业主编号*;建筑面积（㎡）;电话\nO001;80.50;138\n"))
                .containsExactly(new SheetRow(2, Map.of("ownerNo", "O001", "area", "80.50", "phone", "138")));
        assertThat(csv("业主编号\t建筑面积\nO001\t80.50").get(0).get("phone")).isEmpty();
    }

    @Test
    void readsTheChineseNationalStandardToo() {
        var bytes = "业主编号,建筑面积\n王䶮,1.00".getBytes(Charset.forName("GB18030"));

        assertThat(reader.read("a.csv", bytes, COLUMNS).get(0).get("ownerNo")).isEqualTo("王䶮");
    }

    @Test
    void takesOutSignsThatDoNotShow() {
        assertThat(csv("ownerNo,area\nO0\u200B01\u00A0,1").get(0).get("ownerNo"))
                .isEqualTo("O001");
        assertThat(csv("ownerNo,area\ne\u0301,1").get(0).get("ownerNo")).isEqualTo("é");
    }

    @Test
    void readsNumbersOfASpreadsheetAsAPersonSeesThem() throws IOException {
        var file = xlsx(sheet -> {
            row(sheet, 0, "业主编号", "建筑面积", "电话", "合计");
            row(sheet, 1, 7, 80.5, 13800001840d);
            format(sheet, 1, 0, "0000");
            format(sheet, 1, 1, "0.00");
            row(sheet, 3, "O2", 80.1 + 0.2, "0138");
            row(sheet, 4, "O3", 1080.5000000001, "");
            format(sheet, 4, 1, "#,##0.00");
            sheet.getRow(4).createCell(3).setCellFormula("B5*2");
        });

        assertThat(reader.read("名册.xlsx", file, COLUMNS))
                .containsExactly(
                        new SheetRow(2, Map.of("ownerNo", "0007", "area", "80.50", "phone", "13800001840")),
                        new SheetRow(4, Map.of("ownerNo", "O2", "area", "80.3", "phone", "0138")),
                        new SheetRow(5, Map.of("ownerNo", "O3", "area", "1080.50", "phone", "")));
    }

    @Test
    void refusesAFormulaAndANumberThatHidesAnother() throws IOException {
        var formula = xlsx(sheet -> {
            row(sheet, 0, "业主编号", "建筑面积");
            row(sheet, 1, "O1", 1);
            sheet.getRow(1).getCell(1).setCellFormula("40+40");
        });
        var hidden = xlsx(sheet -> {
            row(sheet, 0, "业主编号", "建筑面积");
            row(sheet, 1, "O1", 80.5);
            format(sheet, 1, 1, "0");
        });

        assertThatThrownBy(() -> reader.read("a.xlsx", formula, COLUMNS))
                .isInstanceOf(SheetRefused.class)
                .hasMessage("第 2 行“建筑面积”是公式，请粘贴为数值后再上传。");
        assertThatThrownBy(() -> reader.read("a.xlsx", hidden, COLUMNS))
                .isInstanceOf(SheetRefused.class)
                .hasMessageContaining("实际存的是 80.5");
    }

    @Test
    void namesTheMissingHeading() {
        assertThatThrownBy(() -> csv("业主编号,电话\nO1,1"))
                .isInstanceOf(SheetRefused.class)
                .hasMessage("第 1 行的表头缺少：建筑面积（area）。");
        assertThatThrownBy(() -> csv("ownerNo,业主编号,area\nO1,O1,1")).hasMessageContaining("两列名称相同");
        assertThatThrownBy(() -> csv("\n\n")).hasMessageStartingWith("表格是空的");
    }

    @Test
    void refusesARowWithMoreCellsThanHeadings() {
        assertThatThrownBy(() -> csv("ownerNo,area\nO1,1,2")).hasMessageStartingWith("第 2 行的格数比表头多");
        assertThat(csv("ownerNo,area\nO1,1,,")).hasSize(1);
    }

    @Test
    void refusesWhatIsNoTable() throws IOException {
        assertThatThrownBy(() -> reader.read("a.csv", new byte[] {1, 0, 2, 0}, COLUMNS))
                .hasMessageStartingWith("这个文件不是表格");
        assertThatThrownBy(() -> reader.read("a.csv", new byte[0], COLUMNS)).hasMessage("这个文件是空的。");
        assertThatThrownBy(() -> reader.read("a.csv", new byte[20 * 1024 * 1024 + 1], COLUMNS))
                .hasMessageContaining("20 MB");
        assertThatThrownBy(() -> csv("ownerNo,area\n\"O1,1")).hasMessageContaining("引号");
    }

    @Test
    void takesFiftyThousandRowsAndNotOneMore() {
        var rows = IntStream.range(0, Rows.MOST).mapToObj(i -> "O" + i + ",1").collect(Collectors.joining("\n"));

        assertThat(csv("ownerNo,area\n" + rows))
                .hasSize(Rows.MOST)
                .last()
                .extracting(SheetRow::number)
                .isEqualTo(50001);
        assertThatThrownBy(() -> csv("ownerNo,area\n" + rows + "\nO,1")).hasMessageStartingWith("表格超过 50000 行");
    }

    @Test
    void readsBackWhatTheWriterWroteAndWritesNoFormula() throws IOException {
        var writer = new SheetWriter();
        var rows = List.of(List.of("=1+1", "80.50", "+86"), List.of("@x", "1.00", "-"));
        var file = writer.xlsx("名册", COLUMNS, rows);

        assertThat(reader.read("a.xlsx", file, COLUMNS))
                .extracting(row -> row.get("ownerNo"))
                .containsExactly("=1+1", "@x");
        assertThat(new String(writer.csv(COLUMNS, rows), StandardCharsets.UTF_8))
                .contains("'=1+1,80.50,'+86");
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var style = book.getSheetAt(0).getRow(1).getCell(0).getCellStyle();
            assertThat(style.getQuotePrefixed()).isTrue();
        }
    }
}
