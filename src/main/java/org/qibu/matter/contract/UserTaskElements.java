package org.qibu.matter.contract;

import java.util.Set;

/** Every user task, and whether its form counts towards how many a matter may cost staff. */
public final class UserTaskElements {

    /** 核实归并议题。 */
    public static final String VERIFY_ISSUE = "task_verifyIssue";
    /** 记录补充的材料。 */
    public static final String ASK_MORE = "task_askMore";
    /** 复核不予受理。 */
    public static final String RECHECK_REFUSAL = "task_recheckRefusal";
    /** 直接答复。 */
    public static final String ANSWER_DIRECTLY = "task_answerDirectly";

    /** 调查论证议题。 */
    public static final String STUDY_TOPIC = "task_studyTopic";
    /** 出具专家意见。 */
    public static final String EXPERT_OPINION = "task_expertOpinion";
    /** 确定协商主体。 */
    public static final String NAME_PARTIES = "task_nameParties";
    /** 确定议题和会议。 */
    public static final String FIX_AGENDA = "task_fixAgenda";

    /** 召开会议并记录。 */
    public static final String RECORD_MEETING = "task_recordMeeting";
    /** 确认协商意见。 */
    public static final String CONFIRM_OPINION = "task_confirmOpinion";
    /** 沟通调解分歧。 */
    public static final String MEDIATE = "task_mediate";
    /** 当场协商解决。 */
    public static final String SETTLE_INSTANTLY = "task_settleInstantly";

    /** 准备表决。 */
    public static final String PREPARE_BALLOT = "task_prepareBallot";
    /** 录入选票。 */
    public static final String ENTER_BALLOTS = "task_enterBallots";
    /** 监票确认计票。 */
    public static final String CERTIFY_COUNT = "task_certifyCount";
    /** 党组织研究。 */
    public static final String PARTY_STUDY = "task_partyStudy";
    /** 确认协商成果。 */
    public static final String CONFIRM_CONSENSUS = "task_confirmConsensus";

    /** 制定实施方案。 */
    public static final String PLAN = "task_plan";
    /** 填报行动结果。 */
    public static final String PROGRESS = "task_progress";
    /** 审批延期。 */
    public static final String APPROVE_DELAY = "task_approveDelay";
    /** 验收办理结果。 */
    public static final String ACCEPT_WORK = "task_acceptWork";
    /** 整改。 */
    public static final String RECTIFY = "task_rectify";
    /** 报告办理情况。 */
    public static final String REPORT_DONE = "task_reportDone";

    /** 拟定反馈。 */
    public static final String DRAFT_FEEDBACK = "task_draftFeedback";
    /** 审核公开内容。 */
    public static final String CHECK_NOTICE = "task_checkNotice";
    /** 报告委托部门。 */
    public static final String REPORT_BACK = "task_reportBack";
    /** 电话告知提出人。 */
    public static final String CONTACT_BY_PHONE = "task_contactByPhone";

    /** 上门回访。 */
    public static final String RETURN_VISIT = "task_returnVisit";
    /** 评估成效。 */
    public static final String EVALUATE = "task_evaluate";
    /** 补齐档案材料。 */
    public static final String COMPLETE_FILE = "task_completeFile";

    /** 督查事项。 */
    public static final String INSPECT_MATTER = "task_inspectMatter";

    /** 说明不采纳理由。 */
    public static final String EXPLAIN_REJECTION = "task_explainRejection";

    /** 处理异议。 */
    public static final String HANDLE_OBJECTION = "task_handleObjection";

    /** Done in every matter of its track, and therefore counted. */
    public static final Set<String> COUNTED = Set.of(
            VERIFY_ISSUE,
            STUDY_TOPIC,
            NAME_PARTIES,
            FIX_AGENDA,
            RECORD_MEETING,
            CONFIRM_OPINION,
            SETTLE_INSTANTLY,
            PREPARE_BALLOT,
            ENTER_BALLOTS,
            CERTIFY_COUNT,
            CONFIRM_CONSENSUS,
            PLAN,
            PROGRESS,
            ACCEPT_WORK,
            REPORT_DONE,
            DRAFT_FEEDBACK,
            CHECK_NOTICE,
            RETURN_VISIT,
            EVALUATE);

    /** Done only where something calls for it, and therefore not counted. */
    public static final Set<String> ON_DEMAND = Set.of(
            ASK_MORE,
            RECHECK_REFUSAL,
            ANSWER_DIRECTLY,
            EXPERT_OPINION,
            MEDIATE,
            PARTY_STUDY,
            APPROVE_DELAY,
            RECTIFY,
            REPORT_BACK,
            CONTACT_BY_PHONE,
            COMPLETE_FILE,
            INSPECT_MATTER,
            EXPLAIN_REJECTION,
            HANDLE_OBJECTION);

    private UserTaskElements() {}
}
