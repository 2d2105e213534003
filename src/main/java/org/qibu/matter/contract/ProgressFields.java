package org.qibu.matter.contract;

/** Keys of the fields of the form {@code progress}, 进度填报. */
public final class ProgressFields {

    public static final String ACTUAL_COST = "actualCost";
    public static final String DONE_TEXT = "doneText";
    public static final String IMPOSSIBLE = "impossible";
    public static final String NEW_DUE = "newDue";
    public static final String OBSTACLE = "obstacle";
    public static final String PROGRESS = "progress";
    public static final String REASON = "reason";

    private ProgressFields() {}
}
