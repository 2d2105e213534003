package org.qibu.matter.paper;

/** The letters and notices of a matter. */
public enum PaperKind {
    /** 会议纪要, one of every round. */
    MINUTES(false),
    /** 协商意见书, with dissent as a section of its own. */
    OPINION(true),
    /** 表决结果公告, one of every certified count. */
    VOTE_RESULT(true),
    /** 决定书 or 决议书. */
    DECISION(true),
    /** 不采纳说明函. */
    NOT_ADOPTED(false),
    /** 不予受理告知书, with the right to a re-check. */
    REJECTION(false),
    /** 转办函. */
    REFERRAL(false);

    private final boolean open;

    PaperKind(boolean open) {
        this.open = open;
    }

    /** Whether everybody may read its masked edition; the others are for those they are sent to. */
    public boolean isForEverybody() {
        return open;
    }
}
