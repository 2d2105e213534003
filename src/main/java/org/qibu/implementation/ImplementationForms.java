package org.qibu.implementation;

import org.qibu.matter.contract.PublishedForms;

/** Ids of the forms of this room, and the keys of the fields that no other room reads. */
final class ImplementationForms {

    static final String ACCEPT_WORK = PublishedForms.ACCEPT_WORK;
    static final String APPROVE_DELAY = "approve-delay";
    static final String PLAN = PublishedForms.PLAN;
    static final String PROGRESS = PublishedForms.PROGRESS;
    static final String RECTIFY = "rectify";
    static final String REPORT_DONE = PublishedForms.REPORT_DONE;

    private ImplementationForms() {}

    /** Keys of the fields of {@code approve-delay}, 延期审批. */
    static final class ApproveDelayFields {

        static final String APPROVED = "approved";
        static final String GRANTED_DUE = "grantedDue";
        static final String REASON = "reason";

        private ApproveDelayFields() {}
    }

    /** Keys of the fields of {@code rectify}, 整改. */
    static final class RectifyFields {

        static final String DUE_ON = "dueOn";
        static final String MEASURES = "measures";

        private RectifyFields() {}
    }
}
