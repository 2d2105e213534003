package org.qibu.matter.contract;

/** Keys of the fields of the form {@code confirm-consensus}, 确认共识. */
public final class ConfirmConsensusFields {

    public static final String ADOPTED = "adopted";
    public static final String REASON = "reason";

    private ConfirmConsensusFields() {}
}
