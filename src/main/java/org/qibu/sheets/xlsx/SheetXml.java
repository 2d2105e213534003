package org.qibu.sheets.xlsx;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.qibu.sheets.CellArea;
import org.qibu.sheets.CellPlace;
import org.qibu.sheets.SheetRefused;
import org.qibu.sheets.format.Cell;
import org.qibu.sheets.format.HiddenColumns;
import org.qibu.sheets.format.Inks;
import org.qibu.sheets.format.Looks;
import org.qibu.sheets.format.Numbers;
import org.qibu.sheets.table.Rows;
import org.qibu.sheets.xml.EscapedText;
import org.qibu.sheets.xml.PartXml;
import org.xml.sax.Attributes;

/** Listens to the XML of one sheet and passes on row after row as a person sees them. Formulas are never worked out. */
class SheetXml extends PartXml {

    /** In points; a row less high shows no character. */
    private static final double LOWEST = 1.5;

    private static final String UNSEEN = "的字与底色相同或者太小，看不见；不要的请删去，要的请改成看得见的字。";
    private static final String CONDITIONAL = "有条件格式，可能看不见或与存的不同；请清除这一格的条件格式后再上传。";
    private static final int MOST_AREAS = 100_000;

    private final Numbers numbers;
    private final SharedTexts texts;
    private final Looks looks;
    private final ConditionalFormats formats;
    private final Inks inks = new Inks();
    private final Rows rows;
    private final HiddenColumns hiddenColumns = new HiddenColumns();

    private final StringBuilder value = new StringBuilder();
    private Map<Integer, Cell> cells = new HashMap<>();
    private int row;
    private int place;
    private int areas;
    private boolean inCells;
    private boolean inCell;
    private boolean rowsAreLow;
    private boolean isHidden;
    private String kind;
    private String style;
    private boolean formula;
    private boolean listening;
    private boolean pronunciation;
    private boolean struck;

    SheetXml(Numbers numbers, SharedTexts texts, Looks looks, ConditionalFormats formats, Rows rows) {
        this.numbers = numbers;
        this.texts = texts;
        this.looks = looks;
        this.formats = formats;
        this.rows = rows;
    }

    @Override
    public void start(String name, Attributes attributes) {
        if (inCell) {
            inks.start(name, attributes);
        }
        switch (name) {
            case "sheetFormatPr" -> {
                hiddenColumns.rest(attributes);
                rowsAreLow = isLow(attributes, "defaultRowHeight");
            }
            case "col" -> hiddenColumns.take(attributes);
            case "sheetData" -> {
                inCells = true;
                rows.hide(hiddenColumns);
            }
            case "row" -> startRow(attributes);
            case "c" -> startCell(attributes);
            case "f" -> formula = true;
            case "v", "t" -> listening = inCell && !pronunciation;
            case "rPh" -> pronunciation = true;
            case "strike" -> struck |= isStrike(attributes);
            case "mergeCell" -> merge(attributes);
            default -> {}
        }
    }

    private static boolean isLow(Attributes attributes, String name) {
        return measure(attributes, name).filter(height -> height < LOWEST).isPresent();
    }

    private void startRow(Attributes attributes) {
        if (!inCells) {
            return;
        }
        var text = value(attributes, "r");
        var number = text.isEmpty() ? row + 1 : number(attributes, "r").orElse(0);
        if (number <= row || number > CellPlace.MOST_ROWS) {
            throw new SheetRefused(
                    "第 " + (row + 1) + " 行的行号写成了“" + Numbers.shortened(text) + "”，读不出；请用表格软件打开后另存为“Excel 工作簿”。");
        }
        row = number;
        place = -1;
        cells = new HashMap<>();
        isHidden = isTrue(attributes, "hidden")
                || (value(attributes, "ht").isEmpty() ? rowsAreLow : isLow(attributes, "ht"));
    }

    private void startCell(Attributes attributes) {
        var reference = value(attributes, "r");
        var read = CellPlace.read(reference).filter(found -> found.row() == row);
        place = read.map(CellPlace::column).orElse(place + 1);
        if (!reference.isEmpty() && read.isEmpty() || place >= CellPlace.MOST_COLUMNS || cells.containsKey(place)) {
            throw new SheetRefused(
                    "第 " + row + " 行有一格的位置写成了“" + Numbers.shortened(reference) + "”，读不出；请用表格软件打开后另存为“Excel 工作簿”。");
        }
        inCell = true;
        kind = value(attributes, "t");
        style = attributes.getValue("s");
        formula = false;
        struck = false;
        inks.clear();
        value.setLength(0);
    }

    private void merge(Attributes attributes) {
        if (++areas > MOST_AREAS) {
            throw new SheetRefused("表格里合并的单元格太多，请取消合并后再上传。");
        }
        CellArea.read(value(attributes, "ref")).ifPresent(rows::merge);
    }

    @Override
    public void characters(char[] signs, int start, int length) {
        if (listening) {
            value.append(signs, start, length);
            inks.take(signs, start, length);
        }
    }

    @Override
    public void end(String name) {
        if (inCell) {
            inks.end(name);
        }
        switch (name) {
            case "v", "t" -> listening = false;
            case "rPh" -> pronunciation = false;
            case "c" -> {
                if (inCell) {
                    var cell = cell();
                    cells.put(place, cell.isBlank() || !isStruck() ? seen(cell) : Cell.struck());
                    inCell = false;
                }
            }
            case "row" -> {
                if (inCells) {
                    rows.take(row, isHidden, cells);
                }
            }
            case "sheetData" -> inCells = false;
            default -> {}
        }
    }

    /** The cell, refused where its signs have the colour of their paper or may have it. */
    private Cell seen(Cell cell) {
        if (cell.text().isEmpty() || cell.fault() != null) {
            return cell;
        }
        var isText = cell.kind() == Cell.Kind.TEXT;
        var own = "s".equals(kind) ? texts.inks(value.toString().strip()) : inks.all();
        var written = numbers.ink(value.toString(), style, isText).map(Set::of).orElse(own);
        if (looks.isUnseen(style, written)) {
            return cell.unseen(UNSEEN);
        }
        return formats.mayHide(row, place, looks, style, written, isText) ? cell.unseen(CONDITIONAL) : cell;
    }

    private boolean isStruck() {
        return struck
                || numbers.isStruck(style)
                || "s".equals(kind) && texts.isStruck(value.toString().strip());
    }

    private Cell cell() {
        var stored = value.toString();
        if (formula && !("str".equals(kind) && stored.isEmpty())) {
            return Cell.refused("是公式，请粘贴为数值后再上传。");
        }
        if (stored.isEmpty()) {
            return Cell.text("");
        }
        return switch (kind) {
            case "", "n" -> numbers.shown(stored, style);
            case "s" ->
                texts.of(stored.strip())
                        .map(text -> numbers.text(text, style))
                        .orElseGet(() -> Cell.refused("指向文件里没有的文字（" + Numbers.shortened(stored) + "），请重新填写。"));
            case "inlineStr", "str" -> numbers.text(EscapedText.read(stored), style);
            case "b" -> Cell.flag(stored.strip().matches("1|true"));
            case "d" -> numbers.isoDate(stored, style);
            case "e" -> Cell.refused("是错误值“" + Numbers.shortened(stored) + "”，请改正后再上传。");
            default -> Cell.refused("存的内容种类“" + Numbers.shortened(kind) + "”读不出，请重新填写。");
        };
    }
}
