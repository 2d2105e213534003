package org.qibu.sheets;

import java.util.Optional;

/** A rectangle of cells, such as B2:C5; both ends belong to it. */
record CellArea(CellPlace first, CellPlace last) {

    static Optional<CellArea> read(String reference) {
        var ends = reference.split(":", 2);
        var first = CellPlace.read(ends[0]);
        var last = CellPlace.read(ends[ends.length - 1]);
        return first.isPresent() && last.isPresent()
                ? Optional.of(new CellArea(first.get(), last.get()))
                : Optional.empty();
    }

    /** Whether a place lies in it and shows nothing of its own, since only the first cell of a merged area shows. */
    boolean covers(int row, int column) {
        var isInside = row >= first.row() && row <= last.row() && column >= first.column() && column <= last.column();
        return isInside && (row != first.row() || column != first.column());
    }
}
