package org.qibu.matter.contract;

/** Keys of the fields of the form {@code confirm-opinion}, 确认协商意见. */
public final class ConfirmOpinionFields {

    public static final String CONFIRMED = "confirmed";
    public static final String FINAL_TEXT = "finalText";
    public static final String SIGNATURES = "signatures";

    private ConfirmOpinionFields() {}
}
