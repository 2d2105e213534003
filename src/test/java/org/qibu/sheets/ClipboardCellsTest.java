package org.qibu.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qibu.sheets.reader.SheetReader;

/** A cell of several lines became several rows with stray quotes where there was no script. */
class ClipboardCellsTest {

    @Test
    void cellOfSeveralLinesIsOneCell() {
        assertThat(ClipboardCells.read("P001\t\"第一行\n第\"\"二\"\"行\"\t是\r\nP002\t好\t否\r\n"))
                .containsExactly(List.of("P001", "第一行\n第\"二\"行", "是"), List.of("P002", "好", "否"));
        assertThat(ClipboardCells.read("\"一\r\n二\"")).containsExactly(List.of("一\n二"));
    }

    @Test
    void quotesThatEncloseNoLinesAreText() {
        assertThat(ClipboardCells.read("\"老旧小区\"改造\t5\" 管\n\"未完\t二"))
                .containsExactly(List.of("\"老旧小区\"改造", "5\" 管"), List.of("\"未完", "二"));
        assertThat(ClipboardCells.read("\"好\"\t1")).containsExactly(List.of("\"好\"", "1"));
    }

    @Test
    void blankRowsAreLeftOutAndBlankCellsKept() {
        assertThat(ClipboardCells.read("\n \t\na\t\tb\n\n")).containsExactly(List.of("a", "", "b"));
        assertThat(ClipboardCells.read("")).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var rows = List.of(List.of("a\nb", "\"c\"", "d\te"), List.of("\"e\"f", "g", "\"\n\""));
        assertThat(ClipboardCells.read(ClipboardCells.write(rows))).isEqualTo(rows);
    }

    @Test
    void pastedQuotesArePartOfACellUnlessItHoldsLinesAndNoRowMoves() {
        var pasted = "编号\t内容\r\n1\t\"甲\"\r\n\r\n2\t\"甲\"乙\r\n3\t\"甲\n\"\"乙\"\"\"\r\n4\t5\"\n";
        var columns = List.of(Column.required("no", "编号"), Column.required("value", "内容"));
        var rows = new SheetReader().read("", ClipboardCells.asFile(pasted).getBytes(StandardCharsets.UTF_8), columns);
        assertThat(rows)
                .extracting(SheetRow::number, row -> row.get("value"))
                .containsExactly(tuple(2, "\"甲\""), tuple(4, "\"甲\"乙"), tuple(5, "甲 \"乙\""), tuple(6, "5\""));
        assertThat(ClipboardCells.asFile("编号,内容\n1,\"甲,乙\"")).isEqualTo("编号,内容\n1,\"甲,乙\"");
    }
}
