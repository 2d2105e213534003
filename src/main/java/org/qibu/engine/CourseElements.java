package org.qibu.engine;

/** Ids of the processes of a matter and of those of their elements that the engine itself must know. */
public final class CourseElements {

    /** The process that carries a matter from its record to its end. */
    public static final String DELIBERATION = "deliberation";
    /** Calls the first step. */
    public static final String CALL_ISSUE_COLLECTION = "call_issueCollection";

    public static final String ISSUE_COLLECTION = "issue-collection";
    public static final String AGENDA_SETTING = "agenda-setting";
    public static final String CONSULTATION = "consultation";
    public static final String DECISION = "decision";
    public static final String IMPLEMENTATION = "implementation";
    public static final String FEEDBACK = "feedback";
    public static final String REVIEW = "review";

    public static final String PUBLIC_NOTICE = "public-notice";
    public static final String SPECIAL_INSPECTION = "special-inspection";

    public static final String TABLE_DEADLINES = "deadlines";
    public static final String TABLE_ESCALATION_LADDER = "escalation-ladder";

    private CourseElements() {}
}
