package org.qibu.sheets.writer;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellReference;

/**
 * A workbook of one sheet (ECMA-376): all cells and columns are text, the first row stays when the rest is scrolled.
 *
 * @param name what stands on the sheet's tab
 * @param columns how many columns are set up as text, filled or not
 * @param rows the texts of the cells, the headings first
 * @param quoted of which texts a spreadsheet shows that they are text, as if an apostrophe had been typed before them
 */
record XlsxFile(String name, int columns, List<List<String>> rows, Predicate<String> quoted) {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    /** In characters of the standard font. */
    private static final int WIDTH = 18;

    private static final int TEXT = 1;
    private static final int QUOTED = 2;
    private static final int LONGEST = SpreadsheetVersion.EXCEL2007.getMaxTextLength();

    private static final String TYPES = """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/xl/workbook.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
            <Override PartName="/xl/styles.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>\
            <Override PartName="/xl/worksheets/sheet1.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>\
            </Types>""";

    private static final String START = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" Target="xl/workbook.xml" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>\
            </Relationships>""";

    private static final String PARTS = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" Target="worksheets/sheet1.xml" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>\
            <Relationship Id="rId2" Target="styles.xml" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/>\
            </Relationships>""";

    private static final String BOOK = """
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
            <bookViews><workbookView activeTab="0"/></bookViews>\
            <sheets><sheet name="%s" sheetId="1" r:id="rId1"/></sheets></workbook>""";

    /** Number format 49 is text. */
    private static final String STYLES = """
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
            <fonts count="1"><font><sz val="11"/><color indexed="8"/><name val="Calibri"/><family val="2"/>\
            <scheme val="minor"/></font></fonts>\
            <fills count="2"><fill><patternFill patternType="none"/></fill>\
            <fill><patternFill patternType="darkGray"/></fill></fills>\
            <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
            <cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
            <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="true"/>\
            <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="true" quotePrefix="true"/>\
            </cellXfs></styleSheet>""";

    private static final String BEFORE_ROWS = """
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>\
            <sheetView workbookViewId="0" tabSelected="true">\
            <pane ySplit="1" state="frozen" topLeftCell="A2" activePane="bottomLeft"/><selection pane="bottomLeft"/>\
            </sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>\
            <cols><col min="1" max="%d" width="%d" customWidth="true" style="%d"/></cols><sheetData>""";

    private static final String BEHIND_ROWS = """
            </sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>\
            </worksheet>""";

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out);
                var writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8))) {
            part(zip, writer, "[Content_Types].xml", TYPES);
            part(zip, writer, "_rels/.rels", START);
            part(zip, writer, "xl/_rels/workbook.xml.rels", PARTS);
            part(zip, writer, "xl/workbook.xml", BOOK.formatted(escaped(name)));
            part(zip, writer, "xl/styles.xml", STYLES);
            part(zip, writer, "xl/worksheets/sheet1.xml", BEFORE_ROWS.formatted(columns, WIDTH, TEXT));
            for (var row = 0; row < rows.size(); row++) {
                write(row, writer);
            }
            writer.write(BEHIND_ROWS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Begins a part; what is written until the next one belongs to it. */
    private static void part(ZipOutputStream zip, Writer writer, String part, String xml) throws IOException {
        writer.flush();
        zip.putNextEntry(new ZipEntry(part));
        writer.write(HEAD);
        writer.write(xml);
    }

    private void write(int row, Writer writer) throws IOException {
        var texts = rows.get(row);
        writer.write("<row r=\"" + (row + 1) + "\">");
        for (var column = 0; column < texts.size(); column++) {
            var text = texts.get(column);
            if (text.length() > LONGEST) {
                throw new IllegalArgumentException("a cell holds at most " + LONGEST + " characters");
            }
            writer.write("<c r=\"" + CellReference.convertNumToColString(column) + (row + 1) + "\" s=\""
                    + (quoted.test(text) ? QUOTED : TEXT) + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                    + escaped(text) + "</t></is></c>");
        }
        writer.write("</row>");
    }

    /** Signs that XML cannot hold as question marks. */
    private static String escaped(String text) {
        var xml = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> {
            switch (sign) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '"' -> xml.append("&quot;");
                case '\t', '\n', '\r' -> xml.append("&#").append(sign).append(';');
                default -> xml.appendCodePoint(isXml(sign) ? sign : '?');
            }
        });
        return xml.toString();
    }

    private static boolean isXml(int sign) {
        return sign >= ' ' && sign < Character.MIN_SURROGATE
                || sign > Character.MAX_SURROGATE && sign < 0xFFFE
                || sign > Character.MAX_VALUE;
    }
}
