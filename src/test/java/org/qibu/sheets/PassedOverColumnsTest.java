package org.qibu.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qibu.sheets.XlsxParts.row;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibu.sheets.reader.SheetReader;

/**
 * Success was told where nothing happened: a column whose heading was none of those asked for, such as 电子邮件 for 邮箱, was
 * left out without a word. What was not read is named beside what was.
 */
class PassedOverColumnsTest {

    private static final List<Column> COLUMNS =
            List.of(Column.required("no", "编号"), Column.required("name", "姓名"), Column.optional("email", "邮箱"));

    private final SheetReader reader = new SheetReader();

    private String reading(String text) {
        return reader.table("a.csv", text.getBytes(StandardCharsets.UTF_8), COLUMNS)
                .reading();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            编号,姓名,电子邮件;1,甲,a@x.cn                 | “电子邮件”列不在要读的列中，没有读取。
            备注,编号,姓名,电子邮件;x,1,甲,a@x.cn           | “备注”“电子邮件”列不在要读的列中，没有读取。
            编号,姓名,备注;1,甲,;2,乙,搬走了               | “备注”列不在要读的列中，没有读取。
            编号,姓名,邮箱;1,甲,a@x.cn                     | ''
            编号,姓名,备注;1,甲,;2,乙,                     | ''
            序号,编号,姓名;1,1,甲                          | ''
            编号,姓名,备注;1,甲,;,,只有备注的空行           | ''
            """)
    void whatWasNotReadIsNamed(String lines, String said) {
        assertThat(reading(lines.replace(';', '\n'))).isEqualTo(said);
    }

    @Test
    void cellsUnderNoHeadingAreNamedByTheirColumn() {
        var file = new XlsxParts()
                .sheet("名册", row(1, "编号", "姓名") + row(2, "1", "甲", "", "搬走了"))
                .build();

        assertThat(reader.table("a.xlsx", file, COLUMNS).reading()).isEqualTo("读取的是“名册”。“D（没有表头）”列不在要读的列中，没有读取。");
    }

    @Test
    void besideTheSheetsThatWereNotRead() {
        var file = new XlsxParts()
                .sheet("说明", row(1, "填写说明"))
                .sheet("名册", row(1, "编号", "姓名", "电子邮件") + row(2, "1", "甲", "a@x.cn"))
                .build();

        assertThat(reader.table("a.xlsx", file, COLUMNS).reading())
                .isEqualTo("读取的是“名册”；“说明”不是要读的表，没有读取。“电子邮件”列不在要读的列中，没有读取。");
    }

    @Test
    void aLongListOfThemStaysShort() {
        var headings = new StringBuilder("编号,姓名");
        var cells = new StringBuilder("1,甲");
        for (int i = 1; i <= 40; i++) {
            headings.append(",第").append(i).append("年的缴费情况和其他各种说明文字");
            cells.append(",x");
        }

        assertThat(reading(headings + "\n" + cells)).hasSizeLessThan(300).contains("等列不在");
    }
}
