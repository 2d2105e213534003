package org.qibu.feedback;

import org.qibu.matter.contract.PublishedForms;

/** Ids of the forms of this room, and the keys of the fields that no other room reads. */
final class FeedbackForms {

    static final String CHECK_NOTICE = "check-notice";
    static final String CONTACT_BY_PHONE = "contact-by-phone";
    static final String DRAFT_FEEDBACK = PublishedForms.DRAFT_FEEDBACK;
    static final String REPORT_BACK = "report-back";

    private FeedbackForms() {}

    /** Keys of the fields of {@code check-notice}, 公开审核. */
    static final class CheckNoticeFields {

        static final String APPROVED = "approved";
        static final String LEGAL_OK = "legalOk";
        static final String PRIVACY_OK = "privacyOk";

        private CheckNoticeFields() {}
    }

    /** Keys of the fields of {@code contact-by-phone}, 电话告知. */
    static final class ContactByPhoneFields {

        static final String REMARK = "remark";
        static final String TALKED_ON = "talkedOn";

        private ContactByPhoneFields() {}
    }

    /** Keys of the fields of {@code report-back}, 报告委托部门. */
    static final class ReportBackFields {

        static final String SENT_ON = "sentOn";

        private ReportBackFields() {}
    }
}
