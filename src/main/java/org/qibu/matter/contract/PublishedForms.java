package org.qibu.matter.contract;

import org.qibu.engine.CourseForms;

/** Ids of the forms that rooms other than their step read; an id is also the name of the file. */
public final class PublishedForms {

    /** 登记议题。 */
    public static final String RECORD_ISSUE = CourseForms.RECORD_ISSUE;

    /** 直接答复。 */
    public static final String ANSWER_DIRECTLY = "answer-directly";
    /** 补充材料。 */
    public static final String ASK_MORE = "ask-more";
    /** 复核不予受理。 */
    public static final String RECHECK_REFUSAL = "recheck-refusal";
    /** 核实归并。 */
    public static final String VERIFY_ISSUE = "verify-issue";

    /** 确定议题。 */
    public static final String FIX_AGENDA = "fix-agenda";
    /** 确定协商主体。 */
    public static final String NAME_PARTIES = "name-parties";

    /** 确认协商意见。 */
    public static final String CONFIRM_OPINION = "confirm-opinion";
    /** 沟通调解。 */
    public static final String MEDIATE = "mediate";
    /** 会议记录。 */
    public static final String RECORD_MEETING = "record-meeting";
    /** 当场协商。 */
    public static final String SETTLE_INSTANTLY = "settle-instantly";

    /** 确认计票。 */
    public static final String CERTIFY_COUNT = "certify-count";
    /** 确认共识。 */
    public static final String CONFIRM_CONSENSUS = "confirm-consensus";
    /** 表决准备。 */
    public static final String PREPARE_BALLOT = "prepare-ballot";

    /** 验收。 */
    public static final String ACCEPT_WORK = "accept-work";
    /** 实施方案。 */
    public static final String PLAN = "plan";
    /** 进度填报。 */
    public static final String PROGRESS = "progress";
    /** 办理情况。 */
    public static final String REPORT_DONE = "report-done";

    /** 拟定反馈。 */
    public static final String DRAFT_FEEDBACK = "draft-feedback";

    /** 不采纳说明。 */
    public static final String EXPLAIN_REJECTION = "explain-rejection";

    private PublishedForms() {}
}
