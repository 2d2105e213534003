package org.qibu.matter.contract;

import org.qibu.engine.CourseElements;

/** Elements of {@code deliberation.bpmn}, the course of a matter. */
public final class DeliberationElements {

    public static final String START_ISSUE_RECORDED = "start_issueRecorded";

    public static final String CALL_ISSUE_COLLECTION = CourseElements.CALL_ISSUE_COLLECTION;
    public static final String CALL_AGENDA_SETTING = "call_agendaSetting";
    public static final String CALL_CONSULTATION = "call_consultation";
    public static final String CALL_DECISION = "call_decision";
    public static final String CALL_IMPLEMENTATION = "call_implementation";
    public static final String CALL_FEEDBACK = "call_feedback";
    public static final String CALL_REVIEW = "call_review";

    public static final String END_CLOSED = "end_closed";
    public static final String END_NOT_ACCEPTED = "end_notAccepted";
    public static final String END_NOT_ADOPTED = "end_notAdopted";
    public static final String END_REFERRED = "end_referred";
    public static final String END_WITHDRAWN = "end_withdrawn";
    public static final String END_WITHDRAWN_ON_REQUEST = "end_withdrawnOnRequest";

    /** The proposer takes the matter back. */
    public static final String MESSAGE_WITHDRAWN = "deliberation.withdrawn";

    private DeliberationElements() {}
}
