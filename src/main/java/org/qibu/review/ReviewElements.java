package org.qibu.review;

/** Results of the seventh step that code names. */
final class ReviewElements {

    /** What the table makes of a survey. */
    static final String EVALUATION_RESULT = "evaluationResult";

    static final String EVALUATION_RESULT_INCONCLUSIVE = "INCONCLUSIVE";

    private ReviewElements() {}
}
