package org.qibu.matter.contract;

/** Keys of the fields of the form {@code settle-instantly}, 当场协商. */
public final class SettleInstantlyFields {

    public static final String AGREEMENT = "agreement";
    public static final String RESULT = "result";

    private SettleInstantlyFields() {}
}
