package org.qibu.matter.contract;

/** Keys of the fields of the form {@code accept-work}, 验收. */
public final class AcceptWorkFields {

    public static final String ACCEPTED = "accepted";
    public static final String CRITERIA = "criteria";
    public static final String WITNESSES = "witnesses";

    private AcceptWorkFields() {}
}
