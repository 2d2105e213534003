package org.qibu.sheets.xlsx;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.qibu.sheets.CellArea;
import org.qibu.sheets.SheetRefused;
import org.qibu.sheets.format.Ink;
import org.qibu.sheets.format.Looks;
import org.qibu.sheets.xml.PartXml;
import org.xml.sax.Attributes;

/**
 * The conditional formats of a sheet, as far as they could hide what a cell says. Their conditions are never worked out: what
 * one of them could hide is refused. One that marks only blank cells or errors hides nothing that is read. Those of Excel 2010
 * and later lie in a part of their own, with their formats and, at the end, the cells they are for; their colours are not looked
 * at, whatever changes the look of a cell may hide it.
 */
class ConditionalFormats extends PartXml {

    private static final int MOST = 1_000;
    private static final Set<String> OF_NOTHING = Set.of("containsBlanks", "containsErrors");

    /** Stands for the format of a bar or an icon in the place of the number. */
    private static final int INSTEAD = -1;

    /** Stands for a format whose colours are not looked at. */
    private static final int ANY = -2;

    private final Map<Integer, List<CellArea>> areasOfChanges = new HashMap<>();
    private final BitSet columns = new BitSet();
    private List<CellArea> areas = List.of();
    private int count;
    private boolean isOfNothing;
    private final Set<Integer> keptChanges = new TreeSet<>();
    private StringBuilder keptCells;

    /** Whether some of them could hide a cell, or show something else than it holds. */
    boolean mayHide(int row, int column, Looks looks, String style, Set<Ink> inks, boolean isText) {
        return columns.get(column)
                && areasOfChanges.entrySet().stream()
                        .anyMatch(each -> isOn(each.getValue(), row, column)
                                && mayHide(each.getKey(), looks, style, inks, isText));
    }

    private static boolean mayHide(int change, Looks looks, String style, Set<Ink> inks, boolean isText) {
        return switch (change) {
            case ANY -> true;
            case INSTEAD -> !isText;
            default -> looks.mayBeUnseen(style, inks, change, isText);
        };
    }

    private static boolean isOn(List<CellArea> areas, int row, int column) {
        for (var area : areas) {
            if (area.contains(row, column)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void start(String name, Attributes attributes) {
        switch (name) {
            case "conditionalFormatting" -> areas = areas(value(attributes, "sqref"));
            case "cfRule" -> {
                if (!OF_NOTHING.contains(value(attributes, "type"))) {
                    number(attributes, "dxfId").ifPresent(this::add);
                }
            }
            case "dataBar", "iconSet" -> {
                if (isShownInstead(attributes)) {
                    add(INSTEAD);
                }
            }
            default -> {}
        }
    }

    @Override
    public void startKept(String name, Attributes attributes) {
        switch (name) {
            case "conditionalFormatting" -> keptChanges.clear();
            case "cfRule" -> isOfNothing = OF_NOTHING.contains(value(attributes, "type"));
            case "dxf" -> {
                if (!isOfNothing) {
                    keptChanges.add(ANY);
                }
            }
            case "dataBar", "iconSet" -> {
                if (isShownInstead(attributes)) {
                    keptChanges.add(INSTEAD);
                }
            }
            case "sqref" -> keptCells = new StringBuilder();
            default -> {}
        }
    }

    @Override
    public void characters(char[] text, int start, int length) {
        if (keptCells != null) {
            keptCells.append(text, start, length);
        }
    }

    @Override
    public void endKept(String name) {
        if ("sqref".equals(name) && keptCells != null) {
            areas = areas(keptCells.toString().strip());
            keptCells = null;
        } else if ("conditionalFormatting".equals(name)) {
            keptChanges.forEach(this::add);
            keptChanges.clear();
            areas = List.of();
        }
    }

    private static boolean isShownInstead(Attributes attributes) {
        return Set.of("0", "false", "off").contains(value(attributes, "showValue"));
    }

    private static List<CellArea> areas(String cells) {
        return Stream.of(cells.split("\\s+"))
                .map(CellArea::read)
                .flatMap(Optional::stream)
                .toList();
    }

    private void add(int change) {
        count += areas.size();
        if (count > MOST) {
            throw new SheetRefused("表格里的条件格式太多，请清除条件格式后再上传。");
        }
        areasOfChanges.computeIfAbsent(change, first -> new ArrayList<>()).addAll(areas);
        areas.forEach(area -> columns.set(area.first().column(), area.last().column() + 1));
    }
}
