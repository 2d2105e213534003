package org.qibu.sheets.format;

import java.util.BitSet;
import org.qibu.sheets.CellPlace;
import org.qibu.sheets.xml.PartXml;
import org.xml.sax.Attributes;

/** The columns of a sheet nobody sees: hidden, folded away, or too narrow for a letter. */
public class HiddenColumns {

    /** In widths of a digit; a fifth of one shows no character. */
    private static final double NARROWEST = 0.2;

    private final BitSet hidden = new BitSet();
    private final BitSet told = new BitSet();
    private boolean byDefault;

    /** Takes what a sheet says about all columns it says nothing more of. */
    public void rest(Attributes sheetFormat) {
        byDefault = PartXml.measure(sheetFormat, "defaultColWidth")
                .filter(width -> width < NARROWEST)
                .isPresent();
    }

    /** Takes what a sheet says about some columns. */
    public void take(Attributes columns) {
        var first = PartXml.number(columns, "min").orElse(1);
        var last = Math.min(PartXml.number(columns, "max").orElse(first), CellPlace.MOST_COLUMNS);
        if (first < 1 || last < first) {
            return;
        }
        var isNarrow = PartXml.measure(columns, "width")
                .filter(width -> width < NARROWEST)
                .isPresent();
        told.set(first - 1, last);
        hidden.set(first - 1, last, PartXml.isTrue(columns, "hidden") || isNarrow);
    }

    public boolean contains(int column) {
        return told.get(column) ? hidden.get(column) : byDefault;
    }
}
