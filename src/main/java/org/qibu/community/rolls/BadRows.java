package org.qibu.community.rolls;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Names rows the short way: one after the other as a range, such as {@code 2、5—9}. */
public final class BadRows {

    private BadRows() {}

    /** The rows of these faults, each once, in their order in the table. */
    public static String of(List<RowFault> faults) {
        var rows = faults.stream()
                .mapToInt(RowFault::row)
                .filter(row -> row > 0)
                .distinct()
                .sorted()
                .toArray();
        var begins = IntStream.range(0, rows.length)
                .filter(i -> i == 0 || rows[i] > rows[i - 1] + 1)
                .toArray();
        var named = new ArrayList<String>();
        for (int i = 0; i < begins.length; i++) {
            var first = rows[begins[i]];
            var last = rows[i + 1 < begins.length ? begins[i + 1] - 1 : rows.length - 1];
            named.add(first == last ? "" + first : first + (last == first + 1 ? "、" : "—") + last);
        }
        return String.join("、", named);
    }
}
