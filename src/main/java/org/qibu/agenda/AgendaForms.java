package org.qibu.agenda;

import org.qibu.matter.contract.PublishedForms;

/** Ids of the forms of this room, and the keys of the fields that no other room reads. */
final class AgendaForms {

    static final String EXPERT_OPINION = "expert-opinion";
    static final String FIX_AGENDA = PublishedForms.FIX_AGENDA;
    static final String NAME_PARTIES = PublishedForms.NAME_PARTIES;

    private AgendaForms() {}

    /** Keys of the fields of {@code expert-opinion}, 专家论证. */
    static final class ExpertOpinionFields {

        static final String FEASIBLE = "feasible";
        static final String OPINION = "opinion";
        static final String RISKS = "risks";

        private ExpertOpinionFields() {}
    }
}
