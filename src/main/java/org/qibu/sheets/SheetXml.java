package org.qibu.sheets;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Listens to the XML of one sheet and passes on row after row. Formulas are never worked out. */
class SheetXml extends DefaultHandler {

    private final Numbers numbers;
    private final SharedStrings strings;
    private final Rows rows;

    private final StringBuilder value = new StringBuilder();
    private Map<Integer, Cell> cells = new HashMap<>();
    private int row;
    private int place;
    private String kind;
    private String style;
    private boolean formula;
    private boolean listening;
    private boolean pronunciation;

    SheetXml(StylesTable styles, SharedStrings strings, Rows rows) {
        this.numbers = new Numbers(styles);
        this.strings = strings;
        this.rows = rows;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "row" -> {
                var number = attributes.getValue("r");
                row = number == null ? row + 1 : Integer.parseInt(number);
                place = -1;
                cells = new HashMap<>();
            }
            case "c" -> startCell(attributes);
            case "f" -> formula = true;
            case "v", "t" -> listening = !pronunciation;
            case "rPh" -> pronunciation = true;
            default -> {}
        }
    }

    private void startCell(Attributes attributes) {
        var reference = attributes.getValue("r");
        place = reference == null ? place + 1 : new CellReference(reference).getCol();
        kind = attributes.getValue("t");
        style = attributes.getValue("s");
        formula = false;
        value.setLength(0);
    }

    @Override
    public void characters(char[] signs, int start, int length) {
        if (listening) {
            value.append(signs, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        switch (name) {
            case "v", "t" -> listening = false;
            case "rPh" -> pronunciation = false;
            case "c" -> cells.put(place, cell());
            case "row" -> rows.take(row, cells);
            default -> {}
        }
    }

    private Cell cell() {
        if (formula) {
            return Cell.refused("是公式，请粘贴为数值后再上传。");
        }
        if (value.isEmpty()) {
            return Cell.of("");
        }
        return switch (kind == null ? "n" : kind) {
            case "s" ->
                Cell.of(strings.getItemAt(Integer.parseInt(value.toString())).getString());
            case "inlineStr", "str" -> Cell.of(new XSSFRichTextString(value.toString()).getString());
            case "b" -> Cell.of("1".contentEquals(value) ? "TRUE" : "FALSE");
            case "e" -> Cell.refused("是错误值“" + value + "”，请改正后再上传。");
            default -> numbers.shown(value.toString(), style);
        };
    }
}
