package org.qibu.matter.contract;

/** Elements of the steps and the shared models that rooms other than their step read. */
public final class PublishedElements {

    /** The proposer told what they were asked for. */
    public static final String MESSAGE_MORE_INFO_GIVEN = "collection.moreInfoGiven";
    /** The proposer wants a refusal to be looked at again. */
    public static final String MESSAGE_RECHECK_REQUESTED = "collection.recheckRequested";
    /** Ends the days in which the proposer can add what is missing. */
    public static final String TIMER_MORE_INFO_OVER = "timer_moreInfoOver";
    /** Ends the days in which a refusal can be contested. */
    public static final String TIMER_RECHECK_OVER = "timer_recheckOver";

    /** How often a matter may be sent round again. */
    public static final String TABLE_PASS_LIMITS = "pass-limits";

    public static final String TABLE_ACCEPT_ISSUE = "accept-issue";
    public static final String TABLE_JUDGE_CONSENSUS = "judge-consensus";
    public static final String TABLE_EVALUATE_RESULT = "evaluate-result";

    public static final String TABLE_DECISION_BODY_RULE = "decision-body-rule";
    public static final String TABLE_NOTICE_PERIOD = "notice-period";
    public static final String TABLE_REQUIRED_PARTIES = "required-parties";

    private PublishedElements() {}
}
