package org.qibu.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qibu.sheets.XlsxParts.row;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.sheets.reader.SheetReader;

/**
 * What nobody sees was read: a hidden sheet became the roll, a row filtered out was a ballot. Hidden sheets are named and
 * not read; hidden rows and columns are refused by their number; which sheet was read is said.
 */
class HiddenPartsTest {

    private static final List<Column> COLUMNS =
            List.of(Column.required("no", "编号"), Column.required("name", "姓名"), Column.optional("mail", "邮箱"));
    private static final String HEADINGS = row(1, "编号", "姓名", "邮箱");

    private final SheetReader reader = new SheetReader();

    private SheetTable read(XlsxParts parts) {
        return reader.table("a.xlsx", parts.build(), COLUMNS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden", "veryHidden"})
    void hiddenSheetIsNamedAndNotRead(String state) {
        var table = read(new XlsxParts()
                .sheet("2019旧名册", state, "", HEADINGS + row(2, "O9", "旧", ""), "")
                .sheet("业主名册", HEADINGS + row(2, "O1", "甲", "")));
        assertThat(table.rows()).extracting(each -> each.get("no")).containsExactly("O1");
        assertThat(table.reading()).isEqualTo("读取的是“业主名册”；“2019旧名册”是隐藏的，没有读取。");
    }

    @Test
    void fileWhoseSheetsAreAllHiddenIsRefused() {
        assertThatThrownBy(() -> read(new XlsxParts().sheet("表", "hidden", "", HEADINGS + row(2, "O1", "甲", ""), "")))
                .hasMessage("这个工作簿里的工作表全是隐藏的，请取消隐藏要读的那一张。");
    }

    @Test
    void severalSheetsThatMightBeMeantAreNamed() {
        var rows = HEADINGS + row(2, "O1", "甲", "");
        assertThatThrownBy(() -> read(new XlsxParts()
                        .sheet("一期", rows)
                        .sheet("说明", row(1, "填写说明"))
                        .sheet("二期", rows)))
                .isInstanceOf(SheetRefused.class)
                .hasMessage("有几张工作表都像要读的表：“一期”“二期”。请只留一张再上传。");
        assertThat(read(new XlsxParts().sheet("一期", rows).sheet("二期", HEADINGS)).reading())
                .isEqualTo("读取的是“一期”；“二期”不是要读的表，没有读取。");
    }

    @Test
    void otherSheetsAreNamedAsNotRead() {
        var table = read(new XlsxParts()
                .sheet("填写说明", row(1, "填写说明") + row(2, "请从第二页开始填写"))
                .sheet("业主名册", HEADINGS + row(2, "O1", "甲", "")));
        assertThat(table.reading()).isEqualTo("读取的是“业主名册”；“填写说明”不是要读的表，没有读取。");
        assertThat(read(new XlsxParts().sheet("Sheet1", HEADINGS + row(2, "O1", "甲", "")))
                        .reading())
                .isEqualTo("读取的是“Sheet1”。");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hidden=\"1\"",
                "hidden=\"true\"",
                "ht=\"0\" customHeight=\"1\"",
                "ht=\"0.75\"",
                "ht=\".5\"",
                "ht=\"1E-1\"",
                "hidden=\"1\" outlineLevel=\"1\""
            })
    void rowNobodySeesIsRefusedByItsNumber(String how) {
        var rows = HEADINGS
                + row(2, "O1", "甲", "")
                + row(4, how, new String[] {"O2", "乙", ""})
                + row(5, how, new String[] {});
        assertThatThrownBy(() -> read(new XlsxParts().sheet("表", rows)))
                .isInstanceOf(SheetRefused.class)
                .hasMessage("第 4 行是隐藏的，请取消隐藏或删去。");
        assertThatThrownBy(() ->
                        read(new XlsxParts().sheet("表", row(1, how, new String[] {"编号", "姓名"}) + row(2, "O1", "甲"))))
                .hasMessage("第 1 行是隐藏的，请取消隐藏或删去。");
    }

    @Test
    void rowsThatHaveNoHeightByDefaultAreRefused() {
        var low = "<sheetFormatPr defaultRowHeight=\"0\" customHeight=\"1\"/>";
        var rows = row(1, "ht=\"15\"", new String[] {"编号", "姓名"})
                + row(2, "ht=\"15\"", new String[] {"O1", "甲"})
                + row(3, "O2", "乙");
        assertThatThrownBy(() -> read(new XlsxParts().sheet("表", "", low, rows, "")))
                .hasMessageStartingWith("第 3 行是隐藏的");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <cols><col min="3" max="3" width="9" hidden="1"/></cols>              | C 列“邮箱”是隐藏的，请取消隐藏或删去。
            <cols><col min="3" max="16384" width="0" customWidth="1"/></cols>     | C 列“邮箱”是隐藏的，请取消隐藏或删去。
            <cols><col min="2" max="2" width="0.08" customWidth="1"/></cols>      | B 列“姓名”是隐藏的，请取消隐藏或删去。
            """)
    void columnNobodySeesIsRefusedByItsLetters(String columns, String said) {
        var rows = HEADINGS + row(2, "O1", "甲", "a@x.cn");
        assertThatThrownBy(() -> read(new XlsxParts().sheet("表", "", columns, rows, "")))
                .isInstanceOf(SheetRefused.class)
                .hasMessage(said);
    }

    @Test
    void hiddenColumnThatIsBlankOrNotAskedForHarmsNothing() {
        var columns = "<cols><col min=\"3\" max=\"4\" width=\"9\" hidden=\"1\"/></cols>";
        var rows = row(1, "编号", "姓名", "邮箱", "备忘") + row(2, "O1", "甲", "", "自用");
        assertThat(read(new XlsxParts().sheet("表", "", columns, rows, "")).rows())
                .hasSize(1);
    }
}
