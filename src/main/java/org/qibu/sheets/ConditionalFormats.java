package org.qibu.sheets;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.xml.sax.Attributes;

/**
 * The conditional formats of a sheet, as far as they could hide what a cell says. Their conditions are never worked out: what
 * one of them could hide is refused. One that marks only blank cells or errors hides nothing that is read.
 */
class ConditionalFormats extends PartXml {

    private static final int MOST = 1_000;
    private static final Set<String> OF_NOTHING = Set.of("containsBlanks", "containsErrors");

    /** Stands for the format of a bar or an icon in the place of the number. */
    private static final int INSTEAD = -1;

    private final Map<Integer, List<CellArea>> areasOfChanges = new HashMap<>();
    private final BitSet columns = new BitSet();
    private List<CellArea> areas = List.of();
    private int count;

    /** Whether some of them could hide a cell, or show something else than it holds. */
    boolean mayHide(int row, int column, Looks looks, String style, Set<Ink> inks, boolean isText) {
        return columns.get(column)
                && areasOfChanges.entrySet().stream()
                        .anyMatch(each -> isOn(each.getValue(), row, column)
                                && (each.getKey() == INSTEAD
                                        ? !isText
                                        : looks.mayBeUnseen(style, inks, each.getKey(), isText)));
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
    void start(String name, Attributes attributes) {
        switch (name) {
            case "conditionalFormatting" ->
                areas = Stream.of(value(attributes, "sqref").split("\\s+"))
                        .map(CellArea::read)
                        .flatMap(Optional::stream)
                        .toList();
            case "cfRule" -> {
                if (!OF_NOTHING.contains(value(attributes, "type"))) {
                    number(attributes, "dxfId").ifPresent(this::add);
                }
            }
            case "dataBar", "iconSet" -> {
                if (Set.of("0", "false", "off").contains(value(attributes, "showValue"))) {
                    add(INSTEAD);
                }
            }
            default -> {}
        }
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
