package org.qibu.matter.contract;

/** Keys of the fields of the form {@code draft-feedback}, 拟定反馈. */
public final class DraftFeedbackFields {

    public static final String ADOPTED = "adopted";
    public static final String CHANNELS_ONLINE = "channelsOnline";
    public static final String CHANNELS_PHYSICAL = "channelsPhysical";
    public static final String MASK_PERSONAL_DATA = "maskPersonalData";
    public static final String MONEY_IN = "moneyIn";
    public static final String MONEY_OUT = "moneyOut";
    public static final String NOT_ADOPTED = "notAdopted";
    public static final String RESULT_SUMMARY = "resultSummary";
    public static final String WHAT_CHANGED = "whatChanged";

    private DraftFeedbackFields() {}
}
