package org.qibu.matter.contract;

/** Keys of the fields of the form {@code explain-rejection}, 不采纳说明. */
public final class ExplainRejectionFields {

    public static final String NEXT_OPTIONS = "nextOptions";
    public static final String REASON = "reason";
    public static final String TALKED_TO_PROPOSER_ON = "talkedToProposerOn";

    private ExplainRejectionFields() {}
}
