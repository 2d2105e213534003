package org.qibu.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.qibu.sheets.XlsxParts.row;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.sheets.reader.SheetReader;

/**
 * What was kept is not what a person sees who opens the file: a room that became a date was kept as 46083, a number of 18
 * digits ended in zeros, a character that cannot be kept was left out. Each cell is kept as it is seen, or refused by row
 * and column.
 */
class SheetAsSeenTest {

    private static final String TEXT_AGAIN = "；请设为文本后重填。";

    private final SheetReader reader = new SheetReader();

    private static List<Column> columns(Nature nature) {
        return List.of(
                Column.required("no", "编号"), Column.required("value", "内容").as(nature));
    }

    private String read(byte[] file, Nature nature) {
        return reader.read("a.xlsx", file, columns(nature)).get(0).get("value");
    }

    private String read(XlsxParts parts, String cell, Nature nature) {
        var file = parts.sheet("表", row(1, "编号", "内容") + "<row r=\"2\">" + XlsxParts.text("A2", "1") + cell + "</row>")
                .build();
        try {
            return read(file, nature);
        } catch (SheetRefused refused) {
            assertThat(refused.faults()).hasSize(1).first().satisfies(fault -> {
                assertThat(fault.row()).isEqualTo(2);
                assertThat(fault.column()).isEqualTo("value");
                assertThat(fault.message()).isEqualTo(refused.getMessage()).startsWith("第 2 行“内容”");
            });
            return refused.getMessage().substring("第 2 行“内容”".length());
        }
    }

    private String number(String stored, int id, String code, Nature nature) {
        var parts = code.isEmpty() ? new XlsxParts().format(id) : new XlsxParts().format(id, code);
        return read(parts, "<c r=\"B2\" s=\"1\"><v>" + stored + "</v></c>", nature);
    }

    @ParameterizedTest(name = "built-in format {0}")
    @ValueSource(ints = {14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58})
    void dateInABuiltInFormatIsTheDayInAColumnOfDaysAndRefusedElsewhere(int id) {
        assertThat(number("46083", id, "", Nature.DAY)).isEqualTo("2026-03-02");
        assertThat(number("46083", id, "", Nature.MOMENT)).startsWith("2026-03-02");
        for (var nature : List.of(Nature.TEXT, Nature.KEY, Nature.FLAG)) {
            assertThat(number("46083", id, "", nature)).isEqualTo("是日期（2026年3月2日），Excel 常把 3-2 变成日期；请设为文本后重填。");
        }
        assertThat(number("46083", id, "", Nature.NUMBER)).isEqualTo("是日期（2026年3月2日），这里要填数；请设为常规后重填。");
    }

    @ParameterizedTest(name = "built-in format {0}")
    @ValueSource(ints = {17, 18, 19, 20, 21, 27, 32, 33, 34, 35, 36, 45, 46, 47, 50, 52, 55, 56, 57})
    void monthOrTimeAloneIsNoDayAndNoText(int id) {
        for (var nature : Nature.values()) {
            assertThat(number("46083.5", id, "", nature)).matches("是日期.*|显示为.*").doesNotContain("46083");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            yyyy/m/d                    | 46423        | 2027-02-05 | 2027-02-05
            yyyy"年"m"月"d"日"          | 46423        | 2027-02-05 | 2027-02-05
            yyyy"年"m"月"d"日";@        | 46423        | 2027-02-05 | 2027-02-05
            [$-804]yyyy"年"m"月"d"日";@ | 46423        | 2027-02-05 | 2027-02-05
            [$-F800]dddd, mmmm dd, yyyy | 46423        | 2027-02-05 | 2027-02-05
            [DBNum1][$-804]yyyy"年"m"月"d"日" | 46423  | 2027-02-05 | 2027-02-05
            m"月"d"日"                  | 46423        | 2027-02-05 | 2027-02-05
            yyyy\\-mm\\-dd              | 46423.9      | 2027-02-05 | 2027-02-05
            yyyy/m/d\\ h:mm             | 46372.4375   | 2026-12-16 | 2026-12-16 10:30
            yyyy/m/d h:mm:ss            | 46372.43752  | 2026-12-16 | 2026-12-16 10:30:02
            yyyy/m/d AM/PM h:mm         | 46372.4375   | 2026-12-16 | 2026-12-16 10:30
            [Red]yyyy/m/d               | 46423        | 2027-02-05 | 2027-02-05
            """)
    void dateInAFormatOfItsOwnIsReadAsItShows(String code, String stored, String day, String moment) {
        assertThat(number(stored, 180, code, Nature.DAY)).isEqualTo(day);
        assertThat(number(stored, 180, code, Nature.MOMENT)).isEqualTo(moment);
        assertThat(number(stored, 180, code, Nature.KEY)).startsWith("是日期（").contains("请设为文本后重填");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "d",
                "dd",
                "yy",
                "yyyy",
                "m",
                "mm",
                "mmm",
                "mmmm",
                "mmmmm",
                "aaaa",
                "ddd",
                "dddd",
                "d mmmmm",
                "yyyy\"年\"d\"日\"",
                "h:mm",
                "h:mm:ss",
                "yyyy\"年\"m\"月\"",
                "AM/PM",
                "上午/下午h\"时\"mm\"分\"",
                "[$-804]aaaa",
                "[$-F400]h:mm:ss AM/PM"
            })
    void partOfADateIsNoDayAndNoText(String code) {
        for (var nature : List.of(Nature.DAY, Nature.MOMENT)) {
            assertThat(number("46083.4375", 180, code, nature))
                    .startsWith("显示为")
                    .endsWith("，看不出是哪一天；请填写完整的年月日。");
        }
        for (var nature : List.of(Nature.TEXT, Nature.KEY, Nature.NUMBER, Nature.FLAG)) {
            assertThat(number("46083.4375", 180, code, nature)).startsWith("是日期");
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "yyyy/m/d h",
                "yyyy/m/d s",
                "mm:ss",
                "[<40000]yyyy/m/d;d",
                "[>=1]yyyy/m/d;h:mm",
                "\"2030年\"m\"月\"d\"日\"",
                "\\2\\0yy/m/d",
                "*0m/d",
                "[$3-804]m/d",
                "ggge\"年\"m\"月\"d\"日\"",
                "[$-404]e/m/d",
                "e/m/d[$-411]",
                "[$-107041E]d/m/bbbb",
                "bbbb/m/d",
                "[$-1030411]yyyy/m/d"
            })
    void dateThatMayShowAsAnotherOneIsRefused(String code) {
        for (var nature : Nature.values()) {
            assertThat(number("46083.4375", 180, code, nature)).startsWith("的日期格式读不准");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            [$-804]e"年"m"月"d"日"      | 2026-03-02 | 2026-03-02
            e/m/d                       | 2026-03-02 | 2026-03-02
            yyyy"年"m"月"d"日" h:mm:ss  | 2026-03-02 | 2026-03-02 10:30:45
            yyyy/m/d h:mm               | 2026-03-02 | 2026-03-02 10:30
            yyyy/m/d 上午/下午 h:mm     | 2026-03-02 | 2026-03-02 10:30
            d-mmm-yy                    | 2026-03-02 | 2026-03-02
            yyyy/m/d aaaa               | 2026-03-02 | 2026-03-02
            [$-x-sysdate]dddd, mmmm dd, yyyy | 2026-03-02 | 2026-03-02
            """)
    void dateIsReadAsFarAsItShows(String code, String day, String moment) {
        assertThat(number("46083.43802083", 180, code, Nature.DAY)).isEqualTo(day);
        assertThat(number("46083.43802083", 180, code, Nature.MOMENT)).isEqualTo(moment);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"14,0.00", "14,d", "1,0.00", "2,0", "9,0", "49,0", "0,0%", "22,yyyy/m/d", "60,''", "71,''", "120,''"})
    void builtInFormatOfWhichNobodyKnowsWhatItShowsIsRefused(int id, String code) {
        assertThat(number("46083", id, code, Nature.KEY)).startsWith("的格式读不出");
        assertThat(number("46083", id, code, Nature.NUMBER)).startsWith("的格式读不出");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"14,yyyy/m/d", "14,mm-dd-yy", "22,yyyy/m/d h:mm", "31,yyyy\"年\"m\"月\"d\"日\""})
    void builtInDateWrittenOutIsTheSameDate(int id, String code) {
        assertThat(number("46083", id, code, Nature.DAY)).isEqualTo("2026-03-02");
    }

    @Test
    void daysCountFrom1904WhereTheFileSaysSo() {
        var cell = "<c r=\"B2\" s=\"1\"><v>44961</v></c>";
        assertThat(read(new XlsxParts().from1904().format(14), cell, Nature.DAY))
                .isEqualTo("2027-02-05");
        assertThat(read(new XlsxParts().format(14), cell, Nature.DAY)).isEqualTo("2023-02-04");
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "-1", "2958466", "1E9"})
    void whatNoCalendarHasIsNoDay(String serial) {
        assertThat(number(serial, 14, "", Nature.DAY)).startsWith("设成了日期，但存的 ");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-02-05,2027-02-05,2027-02-05",
        "2027-02-05T00:00:00,2027-02-05,2027-02-05",
        "2027-02-05T09:30:00Z,2027-02-05,2027-02-05 09:30"
    })
    void dateStoredAsIsoTextIsTheSameDate(String stored, String day, String moment) {
        var cell = "<c r=\"B2\" t=\"d\"><v>" + stored + "</v></c>";
        assertThat(read(new XlsxParts(), cell, Nature.DAY)).isEqualTo(day);
        assertThat(read(new XlsxParts(), cell, Nature.MOMENT)).isEqualTo(moment);
        assertThat(read(new XlsxParts(), cell, Nature.TEXT)).startsWith("是日期（2027年2月5日");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027/2/5", "2027年2月5日", "2027-02-05", "2027.2.5", "２０２７－２－５", "20270205"})
    void dateWrittenAsTextIsTheSameDay(String text) {
        assertThat(read(new XlsxParts(), XlsxParts.text("B2", text), Nature.DAY))
                .isEqualTo("2027-02-05");
        assertThat(read(new XlsxParts(), XlsxParts.text("B2", text), Nature.TEXT))
                .isEqualTo(text);
        var csv = ("编号,内容\n1," + text).getBytes(StandardCharsets.UTF_8);
        assertThat(read(csv, Nature.DAY)).isEqualTo("2027-02-05");
    }

    @Test
    void plainNumberThatLooksLikeADateIsAskedBackWhereKeysAndDaysStand() {
        assertThat(number("46083", 0, "", Nature.KEY))
                .isEqualTo("是 46083，像是 3-2 被 Excel 变成了日期（2026年3月2日）；请核对，设为文本后重填。");
        assertThat(number("46423", 0, "", Nature.DAY)).startsWith("是数 46423，像是 2027-02-05；请把这一格设为日期格式");
        assertThat(number("46083", 0, "", Nature.NUMBER)).isEqualTo("46083");
        assertThat(read(new XlsxParts(), XlsxParts.text("B2", "46083"), Nature.KEY))
                .isEqualTo("46083");
        assertThat(number("13800000000", 0, "", Nature.KEY)).isEqualTo("13800000000");
    }

    @Test
    void keysOfFiveDigitsThroughoutAreNoDates() {
        var rows = row(1, "编号", "内容");
        for (int i = 1; i <= 6; i++) {
            rows += "<row r=\"%d\"><c r=\"A%d\"><v>%d</v></c><c r=\"B%d\"><v>%d0101</v></c></row>"
                    .formatted(i + 1, i + 1, i, i + 1, i);
        }
        assertThat(reader.read("a.xlsx", new XlsxParts().sheet("表", rows).build(), columns(Nature.KEY)))
                .extracting(each -> each.get("value"))
                .containsExactly("10101", "20101", "30101", "40101", "50101", "60101");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.02600000000123E+17", "202600000000124000", "1E15", "-1000000000000000", "1E308"})
    void numberThatLostDigitsIsRefused(String stored) {
        for (var nature : Nature.values()) {
            assertThat(number(stored, 0, "", nature)).isEqualTo("超过 15 位，Excel 已丢掉后几位" + TEXT_AGAIN);
            assertThat(number(stored, 1, "", nature)).isEqualTo("超过 15 位，Excel 已丢掉后几位" + TEXT_AGAIN);
        }
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource(delimiter = '|', textBlock = """
            1                   | 00          | 01
            7                   | 0000        | 0007
            80                  | 0.00        | 80.00
            80.299999999999997  | General     | 80.3
            80.5                | G/通用格式  | 80.5
            1080.5              | #,##0.00    | 1080.50
            0                   | General     | 0
            123456789012345     | 0           | 123456789012345
            3                   | 0"幢"       | 3幢
            3                   | "第"0"幢"   | 第3幢
            0.5                 | 0%          | 50%
            80.5                | "¥"#,##0.00 | ¥80.50
            13800000000         | 000 0000 0000 | 138 0000 0000
            80.5                | [Red]0.00   | 80.50
            80.5                | '0.00_ ;[Red]\\-0.00\\ ' | 80.50
            5721234567          | @           | 5721234567
            20270205            | 0000\\-00\\-00 | 2027-02-05
            """)
    void numberIsReadAsItsFormatShowsIt(String stored, String code, String shown) {
        assertThat(number(stored, 180, code, Nature.TEXT)).isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource(delimiter = '|', textBlock = """
            80.5         | 0                | 显示为 8
            123456789012 | General          | 显示为 1.2
            123456       | 0.00E+00         | 显示为 1.23E+05
            80           | ;;;              | 的内容被单元格格式隐藏
            0            | 0;-0;;@          | 的内容被单元格格式隐藏
            12           | [DBNum1]General  | 的格式“
            12           | [DBNum2][$-804]0 | 的格式“
            1.5          | [h]:mm           | 显示为时长
            """)
    void numberThatShowsAsAnotherOneIsRefused(String stored, String code, String said) {
        for (var nature : List.of(Nature.TEXT, Nature.KEY, Nature.NUMBER)) {
            assertThat(number(stored, 180, code, nature)).startsWith(said);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            <c r="B2" t="b"><v>1</v></c>                                  | TRUE
            <c r="B2" t="b"><v>0</v></c>                                  | FALSE
            <c r="B2" t="e"><v>#N/A</v></c>                               | 是错误值“#N/A”，请改正后再上传。
            <c r="B2"><f>40+40</f><v>80</v></c>                           | 是公式，请粘贴为数值后再上传。
            <c r="B2"><f>40+40</f></c>                                    | 是公式，请粘贴为数值后再上传。
            <c r="B2" t="str"><f>A2</f><v>1</v></c>                       | 是公式，请粘贴为数值后再上传。
            <c r="B2" t="str"><f>A9</f><v></v></c>                        | ''
            <c r="B2" t="inlineStr"><is><r><t>张</t></r><r><t>三</t></r><rPh sb="0" eb="1"><t>zhang</t></rPh></is></c> | 张三
            <c r="B2" t="inlineStr"><is><t>甲_x000A_乙_x0009_丙</t></is></c> | 甲 乙 丙
            <c r="B2" t="inlineStr"><is><t>甲_x0007_乙</t></is></c>        | 有无法识别的字（看不见的控制字符），请删去后重填。
            <c r="B2" t="inlineStr"><is><t>甲_xD842_乙</t></is></c>        | 有无法识别的字，请改用标准汉字。
            <c r="B2" t="inlineStr"><is><t>_xD842__xDFB7_川</t></is></c>   | 𠮷川
            <c r="B2" t="s"><v>99999</v></c>                              | 指向文件里没有的文字（99999），请重新填写。
            <c r="B2" t="s"><v>x</v></c>                                  | 指向文件里没有的文字（x），请重新填写。
            <c r="B2"><v>1E400</v></c>                                    | 存的“1E400”不是数，请重新填写。
            <c r="B2"><v>1E999999999</v></c>                              | 存的“1E999999999”不是数，请重新填写。
            <c r="B2"><v>NaN</v></c>                                      | 存的“NaN”不是数，请重新填写。
            <c r="B2"><v>Infinity</v></c>                                 | 存的“Infinity”不是数，请重新填写。
            <c r="B2" s="99"><v>1</v></c>                                 | 的格式读不出，请重新填写。
            <c r="B2" s="x"><v>1</v></c>                                  | 的格式读不出，请重新填写。
            <c r="B2" t="zz"><v>1</v></c>                                 | 存的内容种类“zz”读不出，请重新填写。
            <c r="B2" t="d"><v>2027-02-30</v></c>                         | 存的“2027-02-30”不是日期，请重填。
            """)
    void everyKindOfCellIsReadAsItShowsOrRefused(String cell, String shown) {
        assertThat(read(new XlsxParts().format(14), cell, Nature.TEXT)).isEqualTo(shown == null ? "" : shown);
    }

    @Test
    void textWhoseFormatHidesItOrAddsToItIsRefused() {
        var cell = "<c r=\"B2\" s=\"1\" t=\"inlineStr\"><is><t>301</t></is></c>";
        assertThat(read(new XlsxParts().format(180, ";;;"), cell, Nature.TEXT)).startsWith("的内容被单元格格式隐藏");
        assertThat(read(new XlsxParts().format(180, "@\"室\""), cell, Nature.TEXT))
                .isEqualTo("的格式“@\"室\"”使显示的与存的不同，请改为常规格式后重填。");
        assertThat(read(new XlsxParts().format(180, "0;0;0;@"), cell, Nature.TEXT))
                .isEqualTo("301");
        assertThat(read(new XlsxParts().format(180, "_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ "), cell, Nature.TEXT))
                .isEqualTo("301");
        assertThat(read(new XlsxParts().format(49), cell, Nature.TEXT)).isEqualTo("301");
    }

    @Test
    void characterThatCannotBeKeptIsRefusedInEveryFormatOfFile() {
        for (var bad : List.of("\uE863", "\uFFFD", "\u202E", "\u0007")) {
            var text = "编号,内容\n1,张" + bad + "丽";
            for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                var file = ("\uFEFF" + text.replace(',', '\t')).getBytes(charset);
                assertThatThrownBy(() -> read(file, Nature.TEXT)).hasMessageStartingWith("第 2 行“内容”有无法识别的字");
            }
            assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8), Nature.TEXT))
                    .hasMessageStartingWith("第 2 行“内容”有无法识别的字");
        }
    }

    @Test
    void onlyTheFirstOfMergedCellsShows() {
        var rows = row(1, "编号", "内容") + row(2, "1", "甲") + row(3, "2") + row(4, "3", "丙");
        var file = new XlsxParts()
                .sheet(
                        "表",
                        "",
                        "",
                        rows,
                        "<mergeCells><mergeCell ref=\"B2:B3\"/><mergeCell ref=\"D1:XFD9\"/></mergeCells>")
                .build();
        assertThatThrownBy(() -> read(file, Nature.TEXT)).hasMessage("第 3 行“内容”在合并的单元格里，请取消合并，每一格都填写。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"B3:B2", "$B$2:$B$3"})
    void whicheverCornersOfTheMergedCellsAreNamed(String area) {
        var rows = row(1, "编号", "内容") + row(2, "1", "甲") + row(3, "2", "乙");
        var merged = "<mergeCells><mergeCell ref=\"" + area + "\"/></mergeCells>";
        var file = new XlsxParts().sheet("表", "", "", rows, merged).build();
        assertThatThrownBy(() -> read(file, Nature.TEXT)).hasMessageStartingWith("第 3 行“内容”在合并的单元格里");
    }

    @Test
    void mergedCellsBesideTheTableCostNothing() {
        var rows = new StringBuilder(row(1, "编号", "内容"));
        for (int i = 2; i < 20_000; i++) {
            rows.append(row(i, "" + i, "甲"));
        }
        var merged = "<mergeCells>" + "<mergeCell ref=\"Z1:Z20000\"/>".repeat(90_000) + "</mergeCells>";
        var file = new XlsxParts().sheet("表", "", "", rows.toString(), merged).build();
        assertTimeout(Duration.ofSeconds(20), () -> reader.read("a.xlsx", file, columns(Nature.TEXT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0,\"千\"", "0.0.0"})
    void aFormatThatProgramsShowDifferentlyIsRefused(String code) {
        assertThat(number("12345", 170, code, Nature.NUMBER)).contains("读不准");
    }

    @Test
    void mergedHeadingsShowOnlyTheFirst() {
        var file = new XlsxParts()
                .sheet(
                        "表",
                        "",
                        "",
                        row(1, "编号", "内容") + row(2, "1", "甲"),
                        "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>")
                .build();
        assertThatThrownBy(() -> read(file, Nature.TEXT)).hasMessage("第 1 行“内容”这个表头在合并的单元格里，看不见；请取消合并。");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r=\"B2\" s=\"1\" t=\"inlineStr\"><is><t>甲</t></is></c>",
                "<c r=\"B2\" s=\"1\"><v>80</v></c>",
                "<c r=\"B2\" t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>甲</t></r><r><t>乙</t></r></is></c>",
                "<c r=\"B2\" t=\"s\"><v>1</v></c>"
            })
    void whatIsStruckOutIsAskedBack(String cell) {
        var parts = new XlsxParts()
                .struck()
                .texts("<t>丙</t>", "<r><t>甲</t></r><r><rPr><strike val=\"1\"/></rPr><t>乙</t></r>");
        assertThat(read(parts, cell, Nature.TEXT)).isEqualTo("有删除线；已经作废的请删去，没有作废的请去掉删除线。");
    }

    @Test
    void aRowStruckOutIsOneFaultAndNoStrokeIsNone() {
        var rows = row(1, "编号", "内容") + "<row r=\"2\">" + XlsxParts.text("A2\" s=\"1", "1")
                + XlsxParts.text("B2\" s=\"1", "甲") + "</row><row r=\"3\">" + XlsxParts.text("A3\" s=\"0", "2")
                + "<c r=\"B3\" t=\"inlineStr\"><is><r><rPr><strike val=\"0\"/></rPr><t>乙</t></r></is></c></row>";
        var table =
                reader.look("a.xlsx", new XlsxParts().struck().sheet("表", rows).build(), columns(Nature.TEXT));
        assertThat(table.faults()).extracting(CellFault::message).containsExactly("第 2 行有删除线；已经作废的请删去这一行，没有作废的请去掉删除线。");
        assertThat(table.rows()).extracting(each -> each.get("value")).containsExactly("乙");
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        var rows = row(1, "编号", "内容")
                + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>46083</v></c><c r=\"B2\"><v>1E18</v></c></row>"
                + "<row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"B3\" t=\"e\"><v>#REF!</v></c></row>";
        assertThatThrownBy(
                        () -> read(new XlsxParts().format(14).sheet("表", rows).build(), Nature.TEXT))
                .isInstanceOfSatisfying(
                        SheetRefused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(CellFault::row, CellFault::column)
                                .containsExactlyInAnyOrder(tuple(2, "no"), tuple(2, "value"), tuple(3, "value")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            General"幢"                          | 5           | 5幢
            G/通用格式"幢"                       | 12          | 12幢
            "第"General\\室                      | 3           | 第3室
            General;-General                     | 5           | 5
            General;-General                     | -5          | -5
            General;General                      | -5          | 显示为 5，实际存的是 -5，请改成要用的数，编号请设为文本后重填。
            [红色]0                              | 5           | 5
            ?0                                   | 5           | 5
            @"室"                                | 5           | 的格式“@"室"”读不准，请设为常规或文本后重填。
            ""                                   | 5           | 的格式“""”读不准，请设为常规或文本后重填。
            _-#,##0;-#,##0;"-"??                 | 0           | 的格式“_-#,##0;-#,##0;"-"??”读不准，请设为常规或文本后重填。
            [=1]"是";[=0]"否";General            | 13800000000 | 的格式“[=1]"是";[=0]"否";Gene…”读不准，请设为常规或文本后重填。
            """)
    void wordsAroundANumberAndPlacesLeftEmptyAreReadAsTheyShow(String code, String stored, String shown) {
        assertThat(number(stored, 170, code, Nature.KEY)).isEqualTo(shown);
    }
}
