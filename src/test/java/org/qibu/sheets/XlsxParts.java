package org.qibu.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An XLSX file put together part by part, so that it can be as no program would write it. */
public class XlsxParts {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private String properties = "";
    private String styles = "";
    private int count;

    static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private String type = TYPE;

    /** Adds a sheet with the XML of its rows, such as {@code <row r="1">…</row>}. */
    public XlsxParts sheet(String name, String rows) {
        return sheet(name, "", "", rows, "");
    }

    /** Adds a sheet with what stands before and behind its rows. */
    XlsxParts sheet(String name, String state, String before, String rows, String behind) {
        count++;
        sheets.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"%s/>"
                .formatted(name, count, count, state.isEmpty() ? "" : " state=\"" + state + "\""));
        relations.append("<Relationship Id=\"rId%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
                .formatted(count, OFFICE, count));
        return part(
                "xl/worksheets/sheet" + count + ".xml",
                "<worksheet xmlns=\"" + MAIN + "\">" + before + "<sheetData>" + rows + "</sheetData>" + behind
                        + "</worksheet>");
    }

    /** One style for the cells of {@code s="1"}. */
    XlsxParts format(int id, String code) {
        styles = "<numFmts><numFmt numFmtId=\"%d\" formatCode=\"%s\"/></numFmts>"
                        .formatted(id, code.replace("<", "&lt;").replace("\"", "&quot;"))
                + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"%d\"/></cellXfs>".formatted(id);
        return this;
    }

    /** One style of a built-in format for the cells of {@code s="1"}. */
    XlsxParts format(int id) {
        styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"%d\"/></cellXfs>".formatted(id);
        return this;
    }

    /** One style for the cells of {@code s="1"} that are struck out. */
    XlsxParts struck() {
        styles =
                "<fonts><font><b/></font><font><strike/></font></fonts><cellXfs><xf fontId=\"0\"/><xf fontId=\"1\"/></cellXfs>"
                        + "<dxfs><dxf><font><strike/></font></dxf></dxfs>";
        return this;
    }

    /** The styles of the file as they are to stand in it. */
    XlsxParts styles(String xml) {
        styles = xml;
        return this;
    }

    XlsxParts theme(String xml) {
        relations.append("<Relationship Id=\"rIdH\" Type=\"%s/theme\" Target=\"theme.xml\"/>".formatted(OFFICE));
        return part("xl/theme.xml", xml);
    }

    XlsxParts from1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    XlsxParts texts(String... texts) {
        var items = new StringBuilder();
        for (var text : texts) {
            items.append("<si>").append(text).append("</si>");
        }
        relations.append(
                "<Relationship Id=\"rIdT\" Type=\"%s/sharedStrings\" Target=\"sharedStrings.xml\"/>".formatted(OFFICE));
        return part("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\">" + items + "</sst>");
    }

    XlsxParts type(String contentType) {
        type = contentType;
        return this;
    }

    XlsxParts part(String name, String content) {
        return part(name, content.getBytes(StandardCharsets.UTF_8));
    }

    XlsxParts part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    public byte[] build() {
        var all = new LinkedHashMap<String, byte[]>();
        put(
                all,
                "[Content_Types].xml",
                "<Types xmlns=\"%scontent-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"%s\"/></Types>"
                        .formatted(PACKAGE, type));
        put(
                all,
                "_rels/.rels",
                "<Relationships xmlns=\"%srelationships\"><Relationship Id=\"rId1\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                        .formatted(PACKAGE, OFFICE));
        put(
                all,
                "xl/workbook.xml",
                "<workbook xmlns=\"%s\" xmlns:r=\"%s\">%s<sheets>%s</sheets></workbook>"
                        .formatted(MAIN, OFFICE, properties, sheets));
        put(
                all,
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"%srelationships\">%s<Relationship Id=\"rIdS\" Type=\"%s/styles\" Target=\"styles.xml\"/></Relationships>"
                        .formatted(PACKAGE, relations, OFFICE));
        put(all, "xl/styles.xml", "<styleSheet xmlns=\"" + MAIN + "\">" + styles + "</styleSheet>");
        all.putAll(parts);
        return zip(all);
    }

    private static void put(Map<String, byte[]> parts, String name, String content) {
        parts.put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] zip(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A row of texts. */
    public static String row(int number, String... texts) {
        return row(number, "", texts);
    }

    /** A row of texts with attributes of its own. */
    static String row(int number, String attributes, String[] texts) {
        var cells = new StringBuilder();
        for (int i = 0; i < texts.length; i++) {
            cells.append(text(CellPlace.letters(i) + number, texts[i]));
        }
        return "<row r=\"" + number + "\" " + attributes + ">" + cells + "</row>";
    }

    static String text(String place, String text) {
        return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(place, text);
    }
}
