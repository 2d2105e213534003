package org.qibu.decision;

import org.qibu.matter.contract.PublishedForms;

/** Ids of the forms of this room, and the keys of the fields that no other room reads. */
final class DecisionForms {

    static final String CERTIFY_COUNT = PublishedForms.CERTIFY_COUNT;
    static final String CONFIRM_CONSENSUS = PublishedForms.CONFIRM_CONSENSUS;
    static final String ENTER_BALLOTS = "enter-ballots";
    static final String PARTY_STUDY = "party-study";
    static final String PREPARE_BALLOT = PublishedForms.PREPARE_BALLOT;

    private DecisionForms() {}

    /** Keys of the fields of {@code enter-ballots}, 录入选票. */
    static final class EnterBallotsFields {

        static final String ABSTAIN = "abstain";
        static final String AGAINST = "against";
        static final String AGREE = "agree";
        static final String BALLOTS = "ballots";
        static final String BALLOTS_COMPLETE = "ballotsComplete";
        static final String INVALID = "invalid";
        static final String PRESENT = "present";

        private EnterBallotsFields() {}
    }

    /** Keys of the fields of {@code party-study}, 党组织研究. */
    static final class PartyStudyFields {

        static final String OPINION = "opinion";
        static final String RESULT = "result";
        static final String STUDIED_ON = "studiedOn";

        private PartyStudyFields() {}
    }
}
