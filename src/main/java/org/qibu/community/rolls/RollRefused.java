package org.qibu.community.rolls;

import java.util.List;

/** A roll with bad rows; nothing of it was imported. */
public class RollRefused extends RuntimeException {

    private static final int MOST = 200;

    private final transient List<RowFault> faults;
    private final String rows;

    RollRefused(List<RowFault> faults) {
        super("名册有 " + faults.size() + " 处需要改正，没有导入任何一行。");
        this.rows = BadRows.of(faults);
        this.faults = faults.stream().limit(MOST).toList();
    }

    /** All rows with a fault, such as {@code 2、5—9}; 2 is the first below the headings. */
    public String rows() {
        return rows;
    }

    /** The first 200 faults by row. */
    public List<RowFault> faults() {
        return faults;
    }
}
