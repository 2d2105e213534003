package org.qibu.collection;

import org.qibu.matter.contract.PublishedForms;

/** Ids of the forms of this room, and the keys of the fields that no other room reads. */
final class CollectionForms {

    static final String RECORD_ISSUE = PublishedForms.RECORD_ISSUE;
    static final String ASK_MORE = PublishedForms.ASK_MORE;
    static final String RECHECK_REFUSAL = PublishedForms.RECHECK_REFUSAL;
    static final String VERIFY_ISSUE = PublishedForms.VERIFY_ISSUE;

    private CollectionForms() {}

    /** Keys of the fields of {@code recheck-refusal}, 复核不予受理. */
    static final class RecheckRefusalFields {

        static final String REASON = "reason";
        static final String RULING = "ruling";

        private RecheckRefusalFields() {}
    }
}
