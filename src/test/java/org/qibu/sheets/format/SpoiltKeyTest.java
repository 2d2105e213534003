package org.qibu.sheets.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.sheets.Column;
import org.qibu.sheets.Nature;
import org.qibu.sheets.XlsxParts;
import org.qibu.sheets.reader.SheetReader;

/**
 * What was kept is not what somebody wrote: a spreadsheet saves a long number as 2.026E+17 and the room 3-2 as 3月2日, as
 * plain text of a CSV file, where no format tells it any more. Such a key is refused by row and column in every file.
 */
class SpoiltKeyTest {

    private static final List<Column> COLUMNS = List.of(
            Column.required("no", "编号").as(Nature.KEY),
            Column.required("name", "姓名"),
            Column.optional("day", "日期").as(Nature.DAY));

    private final SheetReader reader = new SheetReader();

    @ParameterizedTest
    @ValueSource(strings = {"2.026E+17", "3E+17", "3.30501E+17", "３．３Ｅ＋１７", "2.03e+05"})
    void aLongNumberThatLostItsDigitsIsRefused(String key) {
        refused(key, "第 2 行“编号”是“" + key + "”，Excel 已丢掉后几位；请设为文本后重填。");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3月2日",
                "12月25日",
                "2026年3月2日",
                "2026年3月",
                "3月",
                "2026/3/2",
                "2026/03/02",
                "2026-03-02",
                "2026-03-02 00:00:00",
                "2-Mar",
                "02-Mar-26",
                "Mar-02"
            })
    void aNumberThatBecameADateIsRefused(String key) {
        refused(key, "第 2 行“编号”是日期（" + key + "），Excel 常把编号变成日期；请设为文本后重填。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"330501198001011000", "1234567890123450", "３３０５０１１９８００１０１１０００", "6222021234567890000"})
    void aLongNumberWhoseLastDigitsAreZerosIsRefused(String key) {
        var said = "是“" + key + "”，第 15 位以后全是 0，像是 Excel 丢掉了后几位；请按原件核对，先设为文本再重填；确实如此的，请在数字中间加短横线。";
        refused(key, "第 2 行“编号”" + said);
        var lines = "编号,姓名\n1," + key + "\n";
        assertThatThrownBy(() -> reader.table("a.csv", lines.getBytes(StandardCharsets.UTF_8), COLUMNS))
                .hasMessage("第 2 行“姓名”" + said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "########"})
    void whatASpreadsheetShowsInThePlaceOfAContentIsRefused(String key) {
        refused(key, "第 2 行“编号”是错误值“" + key + "”，请改正后再上传。");
    }

    private void refused(String key, String said) {
        var lines = "编号,姓名\n" + key + ",甲\n";
        assertThatThrownBy(() -> reader.table("a.csv", lines.getBytes(StandardCharsets.UTF_8), COLUMNS))
                .hasMessage(said);
        var sheet = new XlsxParts().sheet("表", XlsxParts.row(1, "编号", "姓名") + XlsxParts.row(2, key, "甲"));
        assertThatThrownBy(() -> reader.table("a.xlsx", sheet.build(), COLUMNS)).hasMessage(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3-2",
                "3-2-201",
                "O001",
                "12E",
                "E+17",
                "2E17",
                "1E5",
                "2026-0017",
                "20270205",
                "2026-3-2",
                "1/2",
                "3/2/201",
                "2026/3/201",
                "3月大厦",
                "May-Fair-1",
                "A2.5E+1",
                "330501198001011234",
                "330501198001010010",
                "330501-198001011000",
                "A1234567890123450",
                "123456789012300",
                "#3-201"
            })
    void whateverSomebodyMayHaveCalledItSoIsKept(String key) {
        var lines = "编号,姓名\n" + key + ",甲\n";
        assertThat(reader.table("a.csv", lines.getBytes(StandardCharsets.UTF_8), COLUMNS)
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.get("no")).isEqualTo(key));
    }

    @Test
    void whatIsNoKeyIsReadAsItStands() {
        var lines = "编号,姓名,日期\n1,3月2日,2026/3/2\n";
        assertThat(reader.table("a.csv", lines.getBytes(StandardCharsets.UTF_8), COLUMNS)
                        .rows())
                .singleElement()
                .satisfies(row ->
                        assertThat(row.cells()).containsEntry("name", "3月2日").containsEntry("day", "2026-03-02"));
    }
}
