package org.qibu.sheets;

import java.util.Optional;

/** A rectangle of cells, such as B2:C5; both ends belong to it. */
public record CellArea(CellPlace first, CellPlace last) {

    public static Optional<CellArea> read(String reference) {
        var ends = reference.replace("$", "").split(":", 2);
        var first = CellPlace.read(ends[0]);
        var last = CellPlace.read(ends[ends.length - 1]);
        return first.isPresent() && last.isPresent() ? Optional.of(between(first.get(), last.get())) : Optional.empty();
    }

    /** Whichever corners a program names. */
    private static CellArea between(CellPlace one, CellPlace other) {
        return new CellArea(
                new CellPlace(Math.min(one.row(), other.row()), Math.min(one.column(), other.column())),
                new CellPlace(Math.max(one.row(), other.row()), Math.max(one.column(), other.column())));
    }

    public boolean contains(int row, int column) {
        return row >= first.row() && row <= last.row() && contains(column);
    }

    /** Whether it reaches over a column. */
    public boolean contains(int column) {
        return column >= first.column() && column <= last.column();
    }

    /** Whether a place lies in it and shows nothing of its own, since only the first cell of a merged area shows. */
    public boolean covers(int row, int column) {
        return contains(row, column) && (row != first.row() || column != first.column());
    }
}
