package org.qibu.calendar.period;

/**
 * The periods an administrator may change; each is a row of the table of periods. Where the number comes from stands in its
 * row; {@code table-rows.txt} beside the gate holds what each may be.
 */
public enum Period {
    /** A proposer adds what is missing; later the matter counts as withdrawn. */
    MORE_INFO("补充材料"),
    /** A proposer asks the sub-district to look at a refusal again. */
    RECHECK("申请复核"),
    /** A matter that lapsed is taken up again; in days. */
    REVIVAL("恢复办理"),
    /** Reports of one place count together; in days. */
    SAME_PLACE("同一地点反映"),
    /** Lies between two meetings. */
    ROUND_GAP("两轮会议间隔"),
    /** Participants ask for the minutes to be corrected. */
    MINUTES_CORRECTION("更正会议纪要"),
    /** A vote is open where nobody chose another end; in days. */
    VOTING("表决"),
    /** A vote stays open once more; in days. */
    VOTING_EXTENDED("延长表决"),
    /** The two committees may grant a first delay up to this; in days. */
    SHORT_DELAY("两委批准的延期"),
    /** An objection is answered. */
    OBJECTION_ANSWER("答复异议"),
    /** Residents are asked how satisfied they are, after completion. */
    SURVEY("满意度测评"),
    /** The same for a matter settled on the spot. */
    SURVEY_INSTANT("即时议满意度测评"),
    /** A return visit is made, after completion. */
    RETURN_VISIT("上门回访"),
    /** A question of the supervision committee is answered. */
    SUPERVISION_ANSWER("答复监督询问"),
    /** A task due within it is near its end on the page of deadlines. */
    NEAR_DUE("临近到期");

    private final String word;

    Period(String word) {
        this.word = word;
    }

    /** What the period is called in the table. */
    public String word() {
        return word;
    }
}
