package org.qibu.sheets.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.qibu.sheets.CellArea;
import org.qibu.sheets.CellFault;
import org.qibu.sheets.CellPlace;
import org.qibu.sheets.Column;
import org.qibu.sheets.Nature;
import org.qibu.sheets.SheetRefused;
import org.qibu.sheets.SheetRow;
import org.qibu.sheets.SheetTable;
import org.qibu.sheets.format.Cell;
import org.qibu.sheets.format.HiddenColumns;
import org.qibu.sheets.format.Numbers;
import org.qibu.sheets.format.Reading;
import org.qibu.text.ComparisonKey;

/**
 * Takes the rows of a table one after the other: what stands above the headings is passed over, and so is a row that says
 * nothing in the columns asked for. Whatever a person does not see as it is stored becomes a fault.
 */
public class Rows {

    public static final int MOST = 50_000;

    private static final int MOST_FAULTS = 200;
    private static final int MOST_NAMED = 10;

    /** Where a table needs so many columns, a row with one cell is a remark and no row with the others forgotten. */
    private static final int LEAST_NEEDED = 3;

    private static final Pattern TOTAL = Pattern.compile("[合总小共累]计[^\\p{IsHan}]{0,20}|总数");

    private final List<Column> columns;
    private final Headings headings;
    private final List<SheetRow> found = new ArrayList<>();
    private final List<CellFault> faults = new ArrayList<>();
    private final Map<String, DatesInDisguise> disguises = new HashMap<>();
    private final BitSet filled = new BitSet();
    private final Set<Integer> passedOver = new TreeSet<>();
    private HiddenColumns hidden = new HiddenColumns();

    /** @param sheet the name of the sheet they stand on, empty where there are no sheets */
    public Rows(List<Column> columns, String sheet) {
        this.columns = columns;
        this.headings = new Headings(columns, sheet);
        columns.stream()
                .filter(column -> column.nature() == Nature.KEY)
                .forEach(column -> disguises.put(column.key(), new DatesInDisguise(column)));
    }

    /** The columns of the sheet nobody sees. */
    public void hide(HiddenColumns columns) {
        hidden = columns;
    }

    /**
     * Takes a row by the places of its cells, counted from 0.
     *
     * @param isHidden whether nobody sees it
     */
    public void take(int number, boolean isHidden, Map<Integer, Cell> cells) {
        if (!headings.isFound()) {
            headings.take(number, cells);
            if (headings.isFound()) {
                refuseUnseenHeadings(number, isHidden, cells);
            }
            return;
        }
        var read = new TreeMap<Integer, Cell>();
        headings.places().forEach((place, column) -> {
            if (cells.containsKey(place)) {
                read.put(place, cells.get(place));
            }
        });
        if (isBlank(read)) {
            return;
        }
        cells.forEach((place, cell) -> {
            if (!cell.isBlank() && !headings.places().containsKey(place) && !headings.isRunningNumber(place)) {
                passedOver.add(place);
            }
        });
        if (found.size() == MOST) {
            throw new SheetRefused("表格超过 50000 行，请分成几个文件。");
        }
        if (isHidden) {
            refuse(hiddenRow(number));
        } else if (whyNoEntry(cells, read) != null) {
            refuse(CellFault.of(number, whyNoEntry(cells, read)));
        } else {
            found.add(new SheetRow(number, values(number, read)));
        }
    }

    private void refuseUnseenHeadings(int number, boolean isHidden, Map<Integer, Cell> cells) {
        if (isHidden) {
            refuse(hiddenRow(number));
        }
        headings.places().forEach((place, column) -> {
            if (cells.get(place).fault() != null) {
                refuse(CellFault.of(number, column, "这个表头" + cells.get(place).fault()));
            }
        });
    }

    private static CellFault hiddenRow(int number) {
        return CellFault.of(number, "是隐藏的，请取消隐藏或删去。");
    }

    /** What people put between and below the rows of a table that is no row of it; null for a row like the others. */
    private String whyNoEntry(Map<Integer, Cell> cells, Map<Integer, Cell> read) {
        var filled = read.entrySet().stream()
                .filter(cell -> !cell.getValue().isBlank())
                .toList();
        if (filled.size() > 1
                && filled.stream()
                        .allMatch(cell -> headings.places()
                                .get(cell.getKey())
                                .isNamed(cell.getValue().text()))) {
            return "又是表头，请删去这一行。";
        }
        if (filled.stream().allMatch(cell -> cell.getValue().isStruck())) {
            return "有删除线；已经作废的请删去这一行，没有作废的请去掉删除线。";
        }
        var first = new TreeMap<>(cells)
                .values().stream().filter(cell -> !cell.isBlank()).findFirst();
        if (first.filter(Rows::isTotal).isPresent()) {
            return "是“" + Numbers.shortened(first.get().text()) + "”，不是名单里的一行，请删去这一行。";
        }
        var needed = columns.stream().filter(Column::required).count();
        return filled.size() == 1 && needed >= LEAST_NEEDED
                ? "只有“" + headings.places().get(filled.get(0).getKey()).label() + "”一格有内容；如果是说明或签名，请删去这一行，否则请填完整。"
                : null;
    }

    private static boolean isTotal(Cell cell) {
        return TOTAL.matcher(ComparisonKey.of(cell.text()).value()).matches();
    }

    private boolean isBlank(Map<Integer, Cell> read) {
        return read.entrySet().stream()
                .allMatch(cell -> cell.getValue().isBlank()
                        || headings.places().get(cell.getKey()).nature() == Nature.FLAG
                                && cell.getValue().isNo());
    }

    private Map<String, String> values(int number, Map<Integer, Cell> read) {
        var values = new HashMap<String, String>();
        read.forEach((place, cell) -> {
            if (!cell.isBlank()) {
                filled.set(place);
            }
            var column = headings.places().get(place);
            var reading = Reading.of(column.nature(), cell);
            if (reading.fault() != null) {
                refuse(CellFault.of(number, column, reading.fault()));
            } else {
                values.put(column.key(), reading.text());
                disguises
                        .getOrDefault(column.key(), new DatesInDisguise(column))
                        .take(number, cell);
            }
        });
        return values;
    }

    /** Takes an area of merged cells; only its first cell shows, so none of the others may be read. */
    public void merge(CellArea area) {
        if (!headings.isFound()) {
            return;
        }
        headings.places().forEach((place, column) -> {
            if (area.covers(headings.row(), place)) {
                refuse(CellFault.of(headings.row(), column, "这个表头在合并的单元格里，看不见；请取消合并。"));
            }
        });
        var covered = headings.places().entrySet().stream()
                .filter(place -> area.contains(place.getKey()))
                .toList();
        for (int i = covered.isEmpty() ? found.size() : firstFrom(area.first().row());
                i < found.size() && found.get(i).number() <= area.last().row();
                i++) {
            var number = found.get(i).number();
            covered.forEach(place -> {
                if (area.covers(number, place.getKey())) {
                    refuse(CellFault.of(number, place.getValue(), "在合并的单元格里，请取消合并，每一格都填写。"));
                }
            });
        }
    }

    private int firstFrom(int number) {
        var low = 0;
        var high = found.size();
        while (low < high) {
            var middle = (low + high) / 2;
            if (found.get(middle).number() < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void refuse(CellFault fault) {
        faults.add(fault);
        if (faults.size() == MOST_FAULTS) {
            throw new SheetRefused(sorted());
        }
    }

    private List<CellFault> sorted() {
        return faults.stream().sorted(Comparator.comparing(CellFault::row)).toList();
    }

    /** Whether a row with all headings that are needed was found. */
    public boolean isHeaded() {
        return headings.isFound();
    }

    /** Whether a row was found that names some of the columns. */
    public boolean isNearlyHeaded() {
        return headings.isNearlyFound();
    }

    public boolean isEmpty() {
        return found.isEmpty() && faults.isEmpty();
    }

    /**
     * All rows below the headings, and where a person sees something else than what is stored.
     *
     * @param reading which sheet this is, as people are told
     * @throws SheetRefused where there are no headings, or too many faults to go on
     */
    public SheetTable table(String reading) {
        headings.refuseUnlessFound();
        headings.places().forEach((place, column) -> {
            if (hidden.contains(place) && filled.get(place)) {
                refuse(new CellFault(
                        0, column.key(), CellPlace.letters(place) + " 列“" + column.label() + "”是隐藏的，请取消隐藏或删去。"));
            }
        });
        disguises.values().forEach(each -> each.faults().forEach(this::refuse));
        return new SheetTable(found, reading + passedOver(), sorted());
    }

    /** The columns with content that nobody asked for, so that nobody believes they were read. */
    private String passedOver() {
        var names = passedOver.stream()
                .limit(MOST_NAMED)
                .map(place -> "“" + headings.other(place) + "”")
                .collect(Collectors.joining());
        return names.isEmpty() ? "" : names + (passedOver.size() > MOST_NAMED ? "等" : "") + "列不在要读的列中，没有读取。";
    }

    static String labels(List<Column> columns) {
        return columns.stream()
                .map(column -> column.label() + "（" + column.key() + "）")
                .collect(Collectors.joining("、"));
    }
}
