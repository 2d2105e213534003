package org.qibu.matter.contract;

/** Keys of the fields of the form {@code ask-more}, 补充材料. */
public final class AskMoreFields {

    public static final String REPLY = "reply";

    private AskMoreFields() {}
}
