package org.qibu.community.rolls;

import java.util.List;

/** A roll with bad rows; nothing of it was imported. */
public class RollRefused extends RuntimeException {

    private static final int MOST = 200;

    private final transient List<RowFault> faults;
    private final String rows;
    private final int renames;
    private final String prefix;

    /**
     * @param open what somebody has to decide, among the faults as well
     * @param prefix what could go before each number so that they are nobody else's; empty where there is no need
     */
    public RollRefused(List<RowFault> faults, List<Rename> open, String prefix) {
        super("名册有 " + faults.size() + " 处需要改正，没有导入任何一行。");
        this.rows = BadRows.of(faults);
        this.prefix = prefix;
        this.faults = faults.stream().limit(MOST).toList();
        this.renames =
                (int) open.stream().filter(each -> !each.isAskedByItself()).count();
    }

    /** What could go before each number so that they are nobody else's; empty where there is no need. */
    public String prefix() {
        return prefix;
    }

    /** How many people bear another name than the community knows and nothing else is strange about it. */
    public int renames() {
        return renames;
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
