package org.qibu.consultation;

import org.qibu.matter.contract.PublishedForms;

/** Ids of the forms of this room, and the keys of the fields that no other room reads. */
final class ConsultationForms {

    static final String CONFIRM_OPINION = PublishedForms.CONFIRM_OPINION;
    static final String MEDIATE = PublishedForms.MEDIATE;
    static final String RECORD_MEETING = PublishedForms.RECORD_MEETING;
    static final String SETTLE_INSTANTLY = PublishedForms.SETTLE_INSTANTLY;

    private ConsultationForms() {}

    /** Keys of the fields of {@code mediate}, 沟通调解. */
    static final class MediateFields {

        static final String ACCEPTED = "accepted";
        static final String CONCERN = "concern";
        static final String OFFER = "offer";
        static final String PARTY = "party";

        private MediateFields() {}
    }
}
