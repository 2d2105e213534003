package org.qibu.community.rolls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibu.sheets.SheetReader;
import org.qibu.sheets.SheetRefused;
import org.qibu.sheets.SheetTable;

/** Rolls of owners as people sent them: what of each is read, and what is refused by row and column. */
class RollFilesAsSeenTest {

    private SheetTable read(String name) {
        try (var file = getClass().getResourceAsStream("/sheets/" + name)) {
            return new SheetReader().table(name, file.readAllBytes(), RollKind.OWNERS.columns());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            room-is-a-date.xlsx         | 第 2 行“室号”是日期（2026年3月2日），Excel 常把 3-2 变成日期；请设为文本后重填。
            part-number-was-a-date.xlsx | 第 2 行“专有部分编号”是 46083，像是 3-2 被 Excel 变成了日期（2026年3月2日）；请核对，设为文本后重填。
            number-of-18-digits.xlsx    | 第 2 行“业主编号”超过 15 位，Excel 已丢掉后几位；请设为文本后重填。第 3 行“业主编号”超过 15 位，Excel 已丢掉后几位；请设为文本后重填。
            hidden-row.xlsx             | 第 4 行是隐藏的，请取消隐藏或删去。
            private-character.xlsx      | 第 2 行“业主姓名”有无法识别的字，请改用标准汉字。
            """)
    void whatIsNotAsItSeemsIsRefused(String name, String said) {
        assertThat(catchThrowableOfType(SheetRefused.class, () -> read(name))).hasMessage(said);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            owners.xlsx                   | 2 | 钱小满 | 读取的是“Sheet1”。
            hidden-sheet-first.xlsx       | 2 | 钱小满 | 读取的是“业主名册”；“2019旧名册”是隐藏的，没有读取。
            instructions-first.xlsx       | 2 | 钱小满 | 读取的是“业主名册”；“填写说明”不是要读的表，没有读取。
            title-above-headings.xlsx     | 2 | 钱小满 | 读取的是“Sheet1”。
            dragged-numbers.xlsx          | 2 | 钱小满 | 读取的是“Sheet1”。
            dragged-no.xlsx               | 2 | 钱小满 | 读取的是“Sheet1”。
            strict.xlsx                   | 2 | 钱小满 | 读取的是“Sheet1”。
            document-properties.xlsx      | 2 | 钱小满 | 读取的是“Sheet1”。
            document-properties-more.xlsx | 2 | 钱小满 | 读取的是“Sheet1”。
            leading-zeros-by-format.xlsx  | 2 | 钱小满 | 读取的是“Sheet1”。
            unicode-text.txt              | 2 | 钱小满 | ''
            rare-characters-gb18030.csv   | 5 | 王昇   | ''
            """)
    void whatIsAsItSeemsIsRead(String name, int rows, String first, String reading) {
        var table = read(name);
        assertThat(table.rows()).hasSize(rows);
        assertThat(table.rows().get(0).get("ownerName")).isEqualTo(first);
        assertThat(table.reading()).isEqualTo(reading == null ? "" : reading);
    }
}
