package org.qibu.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qibu.sheets.XlsxParts.row;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibu.sheets.reader.SheetReader;
import org.qibu.sheets.xlsx.ZipParts;

/**
 * A guess was told as the reason: “damaged or with a password” stood for every cause. Each cause of a file that cannot be
 * read has its own sentence, and what can be read is read.
 */
class FileCauseTest {

    private static final List<Column> COLUMNS =
            List.of(Column.required("ownerNo", "业主编号"), Column.required("ownerName", "业主姓名"));
    private static final String ROWS = row(1, "业主编号", "业主姓名") + row(2, "O1", "甲");

    private final SheetReader reader = new SheetReader();

    private List<SheetRow> read(byte[] file) {
        return reader.read("名册.xlsx", file, COLUMNS);
    }

    private static byte[] input(String name) {
        try (InputStream file = FileCauseTest.class.getResourceAsStream("/sheets/" + name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void refused(byte[] file, String said) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(SheetRefused.class).hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource({
        "owners.xlsx,2",
        "strict.xlsx,2",
        "document-properties.xlsx,2",
        "document-properties-more.xlsx,2",
        "unicode-text.txt,2",
        "rare-characters-gb18030.csv,5",
        "leading-zeros-by-format.xlsx,2",
        "title-above-headings.xlsx,2",
        "instructions-first.xlsx,2",
        "dragged-numbers.xlsx,2",
        "dragged-no.xlsx,2"
    })
    void whatCanBeReadIsRead(String name, int rows) {
        var columns = List.of(
                Column.required("building", "幢").as(Nature.KEY),
                Column.required("ownerNo", "业主编号").as(Nature.KEY),
                Column.required("ownerName", "业主姓名"),
                Column.optional("developer", "开发商未售").as(Nature.FLAG));
        var read = reader.read(name, input(name), columns);
        assertThat(read)
                .hasSize(rows)
                .allSatisfy(each -> assertThat(each.get("ownerNo")).startsWith("B00"));
        if (name.startsWith("rare")) {
            assertThat(read).extracting(each -> each.get("ownerName")).containsExactly("王昇", "李䶮", "𠮷川", "㛃儿", "邱𬀩");
        }
        if (name.startsWith("leading")) {
            assertThat(read.get(0).get("building")).isEqualTo("01");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8,false",
        "UTF-8,true",
        "UTF-16LE,true",
        "UTF-16BE,true",
        "UTF-16LE,false",
        "UTF-16BE,false",
        "GBK,false",
        "GB18030,false"
    })
    void textIsReadInEveryEncodingSpreadsheetsSaveIn(String charset, boolean isMarked) {
        for (var delimiter : List.of("\t", ",", ";")) {
            var text = (isMarked ? "\uFEFF" : "") + String.join(delimiter, "业主编号", "业主姓名") + "\r\n"
                    + String.join(delimiter, "O1", "\"张三\n李四\"") + "\r\n";
            assertThat(read(text.getBytes(Charset.forName(charset))))
                    .containsExactly(new SheetRow(2, Map.of("ownerNo", "O1", "ownerName", "张三 李四")));
        }
    }

    @Test
    void charactersOfTheNationalStandardThatJavaTakesForPrivateOnesAreRead() throws IOException {
        var file = new ByteArrayOutputStream();
        file.write("业主编号,业主姓名\nO1,王".getBytes(Charset.forName("GB18030")));
        file.write(new byte[] {(byte) 0xFE, 0x59, (byte) 0xFE, 0x51});
        assertThat(read(file.toByteArray()).get(0).get("ownerName")).isEqualTo("王\u9FB4\uD840\uDC87");
    }

    @Test
    void passwordAndOldFormatsAreToldApart() throws Exception {
        try (var files = new POIFSFileSystem();
                var out = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var data = encryptor.getDataStream(files)) {
                data.write(new XlsxParts().sheet("表", ROWS).build());
            }
            files.writeFilesystem(out);
            refused(out.toByteArray(), "这个文件设有密码，请取消密码后另存为“Excel 工作簿”");
        }
        try (var book = new HSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            book.createSheet("表");
            book.write(out);
            refused(out.toByteArray(), "这是旧格式（.xls 或 .et）的表格，请另存为“Excel 工作簿”");
            refused(Arrays.copyOf(out.toByteArray(), 600), "并且已损坏");
        }
    }

    @Test
    void filesOfOtherProgramsAreCalledWhatTheyAre() {
        refused("%PDF-1.7 …".getBytes(StandardCharsets.UTF_8), "这是 PDF 文件");
        refused("Rar!\u001A\u0007".getBytes(StandardCharsets.ISO_8859_1), "这是压缩包");
        refused("\u0089PNG\r\n".getBytes(StandardCharsets.ISO_8859_1), "这是图片");
        refused("<html><table><tr><td>业主编号</td></tr></table>".getBytes(StandardCharsets.UTF_8), "这是网页");
        refused("<?xml version=\"1.0\"?><Workbook/>".getBytes(StandardCharsets.UTF_8), "这是 XML 文件");
        refused(new byte[] {1, 0, 2, 0}, "这个文件不是表格");
        refused("编号,姓名\n1,甲\n\0".getBytes(StandardCharsets.UTF_8), "第 3 行有看不见的控制字符（NUL）");
        refused("编号,姓名\n1,甲\0\0\n".getBytes(Charset.forName("GBK")), "第 2 行有看不见的控制字符（NUL）");
        refused("\uFEFF编号,姓名\n1,甲\n".getBytes(Charset.forName("UTF-32LE")), "UTF-32");
        refused(new byte[] {'a', (byte) 0xFF, '\n'}, "文字编码不一致");
        refused("\uFEFF业主编号".getBytes(StandardCharsets.UTF_8).clone(), "表头");
        refused(XlsxParts.zip(Map.of("名册.xlsx", new byte[10])), "这是压缩包，不是表格；请解压");
        refused(XlsxParts.zip(Map.of("mimetype", new byte[1], "content.xml", new byte[1])), "OpenDocument");
        refused(XlsxParts.zip(Map.of("Index/Document.iwa", new byte[1])), "Numbers");
        var office = "application/vnd.openxmlformats-officedocument.";
        refused(typed(office + "wordprocessingml.document.main+xml"), "这是 Word 文档");
        refused(typed(office + "presentationml.presentation.main+xml"), "这是演示文稿");
        refused(typed("application/vnd.ms-excel.sheet.binary.macroEnabled.main"), "含有宏");
        refused(typed("application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "含有宏");
        refused(
                new XlsxParts()
                        .sheet("表", ROWS)
                        .part("xl/vbaProject.bin", new byte[9])
                        .build(),
                "含有宏");
    }

    private static byte[] typed(String type) {
        return new XlsxParts().sheet("表", ROWS).type(type).build();
    }

    @Test
    void theContentDecidesAndNotTheName() {
        var text = "业主编号\t业主姓名\nO1\t甲".getBytes(StandardCharsets.UTF_8);
        assertThat(reader.read("名册.xls", text, COLUMNS)).hasSize(1);
        assertThat(reader.read("名册.csv", new XlsxParts().sheet("表", ROWS).build(), COLUMNS))
                .hasSize(1);
    }

    @Test
    void damagedFilesAreCalledDamaged() {
        var file = new XlsxParts().sheet("表", ROWS).build();
        refused(Arrays.copyOf(file, file.length / 2), "这个文件已损坏，解不开");
        refused(new byte[] {'P', 'K', 3, 4, 5}, "这个文件已损坏，解不开");
        refused(new XlsxParts().sheet("表", ROWS + "<row").build(), "工作表“表”已损坏，读不出");
        refused(new XlsxParts().sheet("表", ROWS).part("xl/styles.xml", "<x").build(), "单元格格式已损坏");
        refused(
                new XlsxParts()
                        .sheet("表", ROWS)
                        .part("xl/workbook.xml", "<!DOCTYPE x><x/>")
                        .build(),
                "工作簿已损坏");
        refused(
                new XlsxParts()
                        .sheet("表", ROWS)
                        .part("xl/_rels/workbook.xml.rels", "<x/>")
                        .build(),
                "不在文件里");
    }

    @Test
    void placesNoCellHasAreRefusedByTheirRow() {
        refused(input("cell-reference.xlsx"), "第 2 行的行号写成了“x”，读不出");
        for (var bad : List.of("!!", "A0", "AAAA1", "A3", "XFE2", "A99999999999")) {
            refused(
                    new XlsxParts()
                            .sheet("表", ROWS.replace("r=\"A2\"", "r=\"" + bad + "\""))
                            .build(),
                    "第 2 行有一格的位置写成了“" + bad + "”");
        }
        refused(new XlsxParts().sheet("表", ROWS + row(2, "O2", "乙")).build(), "第 3 行的行号写成了“2”");
        refused(new XlsxParts().sheet("表", ROWS + row(1048577, "O2", "乙")).build(), "第 3 行的行号");
        refused(new XlsxParts().sheet("表", ROWS.replace("r=\"B2\"", "r=\"A2\"")).build(), "第 2 行有一格的位置写成了“A2”");
    }

    @Test
    void fileThatUnpacksToTooMuchIsRefused() {
        var bomb = new XlsxParts()
                .sheet("表", ROWS)
                .part("xl/worksheets/sheet1.xml", new byte[(int) ZipParts.LARGEST + 1])
                .build();
        assertThat(bomb).hasSizeLessThan(1024 * 1024);
        refused(bomb, "这个文件解压后过大");
    }

    @Test
    void headingsAreNamedByWhatStandsInTheirPlace() {
        refused(
                new XlsxParts().sheet("填写说明", row(1, "填写说明") + row(2, "请填写")).build(),
                "工作表“填写说明”第 1 行是“填写说明”，不是表头。表头应当有：业主编号（ownerNo）、业主姓名（ownerName）。");
        refused(
                new XlsxParts()
                        .sheet("说明", row(1, "填写说明"))
                        .sheet("名册", row(2, "标题") + row(3, "业主编号", "姓名"))
                        .build(),
                "工作表“名册”第 3 行的表头缺少：业主姓名（ownerName）。");
        var text = " 业 主 编 号 * ,【必填】业主姓名：\nO1,甲\n".getBytes(StandardCharsets.UTF_8);
        assertThat(read(text)).hasSize(1);
        assertThat(read("ＯｗｎｅｒＮｏ,OWNERNAME（中文）\nO1,甲\n".getBytes(StandardCharsets.UTF_8)))
                .hasSize(1);
    }

    @Test
    void whateverBytesComeTheyAreReadOrRefusedWithASentence() {
        var random = new Random(7);
        var file = new XlsxParts().format(14).texts("<t>甲</t>").sheet("表", ROWS).build();
        for (int i = 0; i < 3_000; i++) {
            var broken = file.clone();
            for (int n = 0; n < 1 + random.nextInt(4); n++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(read(broken)).hasSizeLessThan(2);
            } catch (SheetRefused refused) {
                assertThat(refused.getMessage()).matches("(?s).*[\\p{IsHan}].*。");
            }
        }
    }

    @Test
    void linesInTwoEncodingsAreNotReadAsRareCharacters() {
        var gbk = "业主编号,业主姓名\n1,张三\n".getBytes(Charset.forName("GBK"));
        var file = new ByteArrayOutputStream();
        file.writeBytes(gbk);
        file.writeBytes("2,李四\n".getBytes(StandardCharsets.UTF_8));
        refused(file.toByteArray(), "这个文件里有读不出的字节，文字编码不一致");
    }

    @Test
    void headingsInTwoRowsAreToldAsSuch() {
        refused("业主编号,房屋\n,业主姓名\n1,a\n".getBytes(StandardCharsets.UTF_8), "第 2 行和它上面一行合起来才是表头");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            编号，姓名;1，甲                    ~ 这份表格的各格用“，”隔开，请改用英文逗号、分号或制表符，或者用 XLSX 文件。
            编号|姓名;1|甲                      ~ 这份表格的各格用“|”隔开，请改用英文逗号、分号或制表符，或者用 XLSX 文件。
            编号,姓名;1,甲;2,"乙                ~ 这个文件读不成表格：第 3 行的引号不成对。请检查引号，或改用 XLSX 文件。
            编号,姓名;1,"甲"乙                  ~ 这个文件读不成表格：第 2 行的引号不成对。请检查引号，或改用 XLSX 文件。
            \uFEFF<table border=1><tr><td>编号 ~ 这是网页，不是表格；请用表格软件打开后另存为“Excel 工作簿”（.xlsx）再上传。
            """)
    void whyATextIsNoTable(String text, String said) {
        var file = text.replace(';', '\n').getBytes(StandardCharsets.UTF_8);
        var columns = List.of(Column.required("no", "编号"), Column.required("name", "姓名"));
        assertThatThrownBy(() -> new SheetReader().read("a.csv", file, columns)).hasMessage(said);
    }
}
