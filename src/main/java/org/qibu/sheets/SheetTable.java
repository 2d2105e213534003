package org.qibu.sheets;

import java.util.List;

/**
 * A table as it was read.
 *
 * @param rows below the headings, without those that are blank in the columns asked for
 * @param reading which sheet was read and which were not, as a Chinese sentence; empty where the file has no sheets
 */
public record SheetTable(List<SheetRow> rows, String reading) {

    public SheetTable {
        rows = List.copyOf(rows);
    }
}
