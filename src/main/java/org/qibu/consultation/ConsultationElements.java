package org.qibu.consultation;

/** Results of the third step that code names. */
final class ConsultationElements {

    /** How a small matter was settled on the spot. */
    static final String SETTLED_RESULT = "settledResult";

    private ConsultationElements() {}
}
