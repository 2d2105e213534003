package org.qibu.sheets;

import java.io.Serializable;

/**
 * Why a cell of a table, a row or a column cannot be read as a person sees it.
 *
 * @param row counted like in the spreadsheet; 0 where it is about a whole column
 * @param column the key of the column, empty where it is about a whole row
 * @param message one Chinese sentence that names row and column
 */
public record CellFault(int row, String column, String message) implements Serializable {

    private static final long serialVersionUID = 1L;

    public static CellFault of(int row, Column column, String said) {
        return new CellFault(row, column.key(), "第 " + row + " 行“" + column.label() + "”" + said);
    }

    public static CellFault of(int row, String said) {
        return new CellFault(row, "", "第 " + row + " 行" + said);
    }
}
