package org.qibu.sheets;

import java.util.List;

/**
 * A table as it was read.
 *
 * @param rows below the headings, without those that are blank in the columns asked for
 * @param reading which sheet was read and which sheets and columns with content were not, in Chinese sentences; empty where
 *     the file has no sheets and every column was read
 * @param faults the cells, rows and columns a person sees otherwise than they are stored, by row, the first 200; these
 *     cells are empty in the rows, these rows are not among them, and with 200 faults no row is
 */
public record SheetTable(List<SheetRow> rows, String reading, List<CellFault> faults) {

    public SheetTable {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }
}
