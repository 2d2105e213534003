package org.qibu.community.rolls;

import java.util.List;

/** A roll with bad rows; nothing of it was imported. */
public class RollRefused extends RuntimeException {

    private static final int MOST = 200;

    private final transient List<RowFault> faults;

    RollRefused(List<RowFault> faults) {
        super("名册有 " + faults.size() + " 处需要改正，没有导入任何一行。");
        this.faults = faults.stream().limit(MOST).toList();
    }

    /** The first 200 faults by row. */
    public List<RowFault> faults() {
        return faults;
    }
}
