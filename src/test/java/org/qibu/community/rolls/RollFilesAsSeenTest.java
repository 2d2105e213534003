package org.qibu.community.rolls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibu.community.rolls.imports.RollCheck;
import org.qibu.sheets.SheetRefused;
import org.qibu.sheets.SheetTable;
import org.qibu.sheets.reader.SheetReader;

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

    @Test
    void whatCannotBeReadAndWhatIsWrongIsToldInOneRound() {
        var file = """
                幢,室号,专有部分编号,专有部分面积（㎡）,业主编号,业主姓名,电话
                1,101,A1,80,O001,张\uE000丽,12345
                1,102,A2,八十,O001,张丽,
                合计,,,160,,,
                幢,室号,专有部分编号,专有部分面积（㎡）,业主编号,业主姓名,电话
                制表人：王五,,,,,,
                """;
        var table = new SheetReader().look("", file.getBytes(StandardCharsets.UTF_8), RollKind.OWNERS.columns());
        var faults =
                new RollCheck(RollKind.OWNERS, 2026, Decisions.NONE).take(table).faults();
        assertThat(faults)
                .extracting(RowFault::row, RowFault::message)
                .containsExactly(
                        tuple(2, "第 2 行“业主姓名”有无法识别的字，请改用标准汉字。"),
                        tuple(2, "请写手机号，或带区号的固定电话，如 0572-1234567 转 8012。"),
                        tuple(3, "“专有部分面积（㎡）”应当是大于 0 的平方米数，最多两位小数，不带单位，例如 89.50。"),
                        tuple(4, "第 4 行是“合计”，不是名单里的一行，请删去这一行。"),
                        tuple(5, "第 5 行又是表头，请删去这一行。"),
                        tuple(6, "第 6 行只有“幢”一格有内容；如果是说明或签名，请删去这一行，否则请填完整。"));
        assertThat(BadRows.of(faults)).isEqualTo("2—6");
    }
}
