package org.qibu.decision;

import org.qibu.matter.contract.UserTaskElements;

/** Elements and results of the fourth step that code names. */
public final class DecisionElements {

    public static final String TASK_ENTER_BALLOTS = UserTaskElements.ENTER_BALLOTS;
    public static final String TASK_CERTIFY_COUNT = UserTaskElements.CERTIFY_COUNT;

    /** What the party organisation said of the draft. */
    static final String STUDY_RESULT = "studyResult";
    /** The verdict of a certified count. */
    static final String POLL_RESULT = "pollResult";

    private DecisionElements() {}
}
