package org.qibu.review;

/** Ids of the forms of this room, and the keys of the fields that no other room reads. */
final class ReviewForms {

    static final String COMPLETE_FILE = "complete-file";
    static final String EVALUATE = "evaluate";
    static final String RETURN_VISIT = "return-visit";
    static final String INSPECT_MATTER = "inspect-matter";

    private ReviewForms() {}

    /** Keys of the fields of {@code complete-file}, 归档补充. */
    static final class CompleteFileFields {

        static final String MISSING = "missing";

        private CompleteFileFields() {}
    }

    /** Keys of the fields of {@code evaluate}, 成效评估. */
    static final class EvaluateFields {

        static final String GOAL_MET = "goalMet";
        static final String NON_RESIDENTS_INCLUDED = "nonResidentsIncluded";
        static final String PROCESS_OK = "processOk";
        static final String REMARKS = "remarks";
        static final String SUPERVISOR_RULING = "supervisorRuling";
        static final String SURVEY_BASICALLY = "surveyBasically";
        static final String SURVEY_NOT_SATISFIED = "surveyNotSatisfied";
        static final String SURVEY_SATISFIED = "surveySatisfied";
        static final String SURVEY_SENT = "surveySent";

        private EvaluateFields() {}
    }

    /** Keys of the fields of {@code return-visit}, 回访. */
    static final class ReturnVisitFields {

        static final String PROPOSER_OPINION = "proposerOpinion";
        static final String RELAPSE = "relapse";
        static final String STILL_WORKING = "stillWorking";
        static final String VISITED_ON = "visitedOn";

        private ReturnVisitFields() {}
    }

    /** Keys of the fields of {@code inspect-matter}, 专项督查. */
    static final class InspectMatterFields {

        static final String FINDINGS = "findings";
        static final String INSPECTION_RESULT = "inspectionResult";
        static final String MEASURES = "measures";

        private InspectMatterFields() {}
    }
}
