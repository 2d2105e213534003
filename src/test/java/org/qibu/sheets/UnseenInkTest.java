package org.qibu.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qibu.sheets.XlsxParts.row;
import static org.qibu.sheets.XlsxParts.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.sheets.reader.SheetReader;

/**
 * What nobody sees was read: white signs on white paper. Whatever is written in the colour of its paper, or too small for an
 * eye, is refused with its cell: directly, through a named style, through a piece of a text, a number format or a conditional
 * format. What is seen well enough stays.
 */
class UnseenInkTest {

    private static final String UNSEEN = "第 2 行“姓名”的字与底色相同或者太小，看不见；不要的请删去，要的请改成看得见的字。";
    private static final String CONDITIONAL = "第 2 行“姓名”有条件格式，可能看不见或与存的不同；请清除这一格的条件格式后再上传。";
    private static final String STYLES = """
            <numFmts><numFmt numFmtId="170" formatCode="%s"/></numFmts>
            <fonts><font/><font>%s</font></fonts>
            <fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
            <fill><patternFill patternType="solid"><fgColor %s/></patternFill></fill></fills>
            <cellStyleXfs><xf fontId="0" fillId="0"/><xf fontId="1" fillId="0"/></cellStyleXfs>
            <cellXfs><xf/>%s</cellXfs>
            <dxfs>%s</dxfs>""";
    private static final List<Column> COLUMNS = List.of(Column.required("no", "编号"), Column.required("name", "姓名"));

    private final SheetReader reader = new SheetReader();

    private static XlsxParts styled(String font, String paper, String style, String dxf, String code) {
        return new XlsxParts().styles(STYLES.formatted(code, font, paper, style, dxf));
    }

    private List<SheetRow> read(XlsxParts parts, String cell, String behind) {
        var rows = row(1, "编号", "姓名") + "<row r=\"2\">" + text("A2", "1") + cell + "</row>";
        return reader.read("a.xlsx", parts.sheet("表", "", "", rows, behind).build(), COLUMNS);
    }

    private static String cell() {
        return text("B2", "张三").replace("<c ", "<c s=\"1\" ");
    }

    @ParameterizedTest(name = "{0} on {1} by {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    <color rgb="FFFFFFFF"/>                     | rgb="FF4472C4"     | <xf fontId="1"/>
                    <color rgb="FFFFFF"/>                       | rgb="FF4472C4"     | <xf fontId="1" applyFont="1"/>
                    <color rgb="FFFCFEFE"/>                     | rgb="FF4472C4"     | <xf fontId="1"/>
                    <color theme="0"/>                          | rgb="FF4472C4"     | <xf fontId="1"/>
                    <color indexed="9"/>                        | rgb="FF4472C4"     | <xf fontId="1"/>
                    <color indexed="65"/>                       | rgb="FF4472C4"     | <xf fontId="1"/>
                    <color rgb="FFFF0000"/>                     | rgb="FFFF0000"     | <xf fontId="1" fillId="2"/>
                    <color rgb="FFFF0000"/>                     | indexed="10"       | <xf fontId="1" fillId="2"/>
                    <color theme="4" tint="0.4"/>               | theme="4" tint=".4" | <xf fontId="1" fillId="2"/>
                    <color theme="1"/>                          | rgb="FF000000"     | <xf fontId="1" fillId="2"/>
                    <b/>                                        | rgb="FF000000"     | <xf fontId="1" fillId="2"/>
                    <color rgb="FFFFFFFF"/>                     | rgb="FF4472C4"     | <xf xfId="1"/>
                    <color rgb="FFFFFFFF"/>                     | rgb="FF4472C4"     | <xf fontId="0" xfId="1"/>
                    <sz val="1"/>                               | rgb="FF4472C4"     | <xf fontId="1"/>
                    """)
    void inkOfTheColourOfItsPaperIsRefusedWithItsCell(String font, String paper, String style) {
        var theme =
                "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:themeElements><a:clrScheme><a:dk1><a:sysClr val=\"windowText\" lastClr=\"000000\"/></a:dk1><a:lt1><a:sysClr val=\"window\" lastClr=\"FFFFFF\"/></a:lt1><a:accent1><a:srgbClr val=\"4472C4\"/></a:accent1></a:clrScheme></a:themeElements></a:theme>";
        assertThatThrownBy(() -> read(styled(font, paper, style, "", "0").theme(theme), cell(), ""))
                .isInstanceOf(SheetRefused.class)
                .hasMessage(UNSEEN);
    }

    @ParameterizedTest(name = "{0} on {1} by {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    <color rgb="FFFFFFFF"/>   | rgb="FF4472C4" | <xf fontId="1" fillId="2"/>
                    <color rgb="FFFFFFFF"/>   | theme="4"      | <xf fontId="1" fillId="2"/>
                    <color rgb="FF808080"/>   | rgb="FF4472C4" | <xf fontId="1"/>
                    <color auto="1"/>         | rgb="FF4472C4" | <xf fontId="1"/>
                    <color rgb="FFFFFFFF"/>   | rgb="FF4472C4" | <xf fontId="0" xfId="1" applyFont="1"/>
                    <color rgb="FFFFFFFF"/>   | rgb="FF4472C4" | <xf fontId="0"/>
                    <sz val="8"/>             | rgb="FF4472C4" | <xf fontId="1"/>
                    """)
    void whatIsSeenIsRead(String font, String paper, String style) {
        assertThat(read(styled(font, paper, style, "", "0"), cell(), "")).hasSize(1);
    }

    @Test
    void blankCellsMayHaveAnyInk() {
        var white = styled("<color rgb=\"FFFFFFFF\"/>", "rgb=\"FF000000\"", "<xf fontId=\"1\"/>", "", "0");
        assertThat(read(white, text("B2", "张三") + "<c r=\"C2\" s=\"1\"/>", "")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[White]@", "[白色]@", "0;0;0;[Color2]@"})
    void theColourOfANumberFormatCountsAsWell(String code) {
        var parts = styled("<b/>", "rgb=\"FF4472C4\"", "<xf numFmtId=\"170\"/>", "", code);
        assertThatThrownBy(() -> read(parts, cell(), "")).hasMessage(UNSEEN);
        var seen = styled("<b/>", "rgb=\"FF4472C4\"", "<xf numFmtId=\"170\"/>", "", "0;-0;[White]0;@");
        assertThat(read(seen, cell(), "")).hasSize(1);
    }

    @Test
    void aPieceOfATextThatIsNotSeenIsRefused() {
        var run = "<r><t>张</t></r><r><rPr><color rgb=\"FFFFFFFF\"/></rPr><t>三丰</t></r>";
        assertThatThrownBy(() -> read(new XlsxParts(), "<c r=\"B2\" t=\"inlineStr\"><is>" + run + "</is></c>", ""))
                .hasMessage(UNSEEN);
        assertThatThrownBy(() -> read(new XlsxParts().texts(run), "<c r=\"B2\" t=\"s\"><v>0</v></c>", ""))
                .hasMessage(UNSEEN);
        var white = styled("<color rgb=\"FFFFFFFF\"/>", "rgb=\"FF4472C4\"", "<xf fontId=\"1\"/>", "", "0")
                .texts("<r><rPr><b/></rPr><t>张三</t></r>");
        assertThat(read(white, "<c r=\"B2\" s=\"1\" t=\"s\"><v>0</v></c>", "")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<dxf><font><color theme=\"0\"/></font></dxf>",
                "<dxf><font><color rgb=\"FFFF0000\"/></font><fill><patternFill><bgColor rgb=\"FFFF0000\"/></patternFill></fill></dxf>",
                "<dxf><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF000000\"/></patternFill></fill></dxf>",
                "<dxf><numFmt numFmtId=\"180\" formatCode=\";;;\"/></dxf>"
            })
    void aConditionalFormatThatMayHideIsRefused(String dxf) {
        var behind =
                "<conditionalFormatting sqref=\"D9 A2:B9\"><cfRule type=\"expression\" dxfId=\"0\" priority=\"1\"><formula>TRUE</formula></cfRule></conditionalFormatting>";
        assertThatThrownBy(() -> read(styled("<b/>", "rgb=\"FF4472C4\"", "<xf/>", dxf, "0"), cell(), behind))
                .hasMessageContaining(CONDITIONAL);
        assertThat(read(
                        styled("<b/>", "rgb=\"FF4472C4\"", "<xf/>", dxf, "0"),
                        cell(),
                        behind.replace("A2:B9", "C1:C9")))
                .hasSize(1);
        assertThat(read(
                        styled("<b/>", "rgb=\"FF4472C4\"", "<xf/>", dxf, "0"),
                        cell(),
                        behind.replace("\"expression\"", "\"containsBlanks\"")))
                .hasSize(1);
    }

    @Test
    void aConditionalFormatThatOnlyMarksIsRead() {
        var dxf =
                "<dxf><font><color rgb=\"FF9C0006\"/></font><fill><patternFill><bgColor rgb=\"FFFFC7CE\"/></patternFill></fill></dxf>";
        var behind =
                "<conditionalFormatting sqref=\"A1:B9\"><cfRule type=\"duplicateValues\" dxfId=\"0\" priority=\"1\"/></conditionalFormatting>";
        assertThat(read(styled("<b/>", "rgb=\"FF4472C4\"", "<xf/>", dxf, "0"), cell(), behind))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "expression|<x14:dxf><font><color theme=\"0\"/></font></x14:dxf>|A2:B9|true",
                "expression|<x14:dxf><numFmt numFmtId=\"180\" formatCode=\";;;\"/></x14:dxf>|D9 B2|true",
                "expression|<x14:dxf><font><color theme=\"0\"/></font></x14:dxf>|C1:C9|false",
                "containsBlanks|<x14:dxf><font><color theme=\"0\"/></font></x14:dxf>|A2:B9|false",
                "dataBar|<x14:dataBar minLength=\"0\"/>|A2:B9|false"
            })
    void aConditionalFormatOfLaterProgramsThatMayHideIsRefused(
            String type, String look, String cells, boolean isRefused) {
        var behind = "<extLst><ext xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\">"
                + "<x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\">"
                + "<x14:cfRule type=\"" + type + "\" priority=\"1\" id=\"{A}\">" + look + "</x14:cfRule>"
                + "<xm:sqref>" + cells
                + "</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>";
        if (isRefused) {
            assertThatThrownBy(() -> read(new XlsxParts(), text("B2", "张三"), behind))
                    .hasMessageContaining(CONDITIONAL);
        } else {
            assertThat(read(new XlsxParts(), text("B2", "张三"), behind)).hasSize(1);
        }
    }

    @Test
    void aHeadingNobodySeesIsRefused() {
        var rows = row(1, "编号", "姓名").replace("<c r=\"B1\"", "<c s=\"1\" r=\"B1\"") + row(2, "1", "张三");
        var white = styled("<color rgb=\"FFFFFFFF\"/>", "rgb=\"FF4472C4\"", "<xf fontId=\"1\"/>", "", "0");
        assertThatThrownBy(() -> reader.read("a.xlsx", white.sheet("表", rows).build(), COLUMNS))
                .hasMessageStartingWith("第 1 行“姓名”这个表头的字与底色相同");
    }

    @Test
    void cellsThatProgramsKeepForThemselvesAreNoneOfTheTable() {
        var kept = "<extLst><ext>" + text("B2", "李四") + "</ext></extLst>";
        assertThat(read(new XlsxParts(), text("B2", "张三") + kept, ""))
                .singleElement()
                .satisfies(row -> assertThat(row.get("name")).isEqualTo("张三"));
    }
}
