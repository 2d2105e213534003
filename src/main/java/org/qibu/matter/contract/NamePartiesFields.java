package org.qibu.matter.contract;

/** Keys of the fields of the form {@code name-parties}, 确定协商主体. */
public final class NamePartiesFields {

    public static final String FACILITATORS = "facilitators";
    public static final String HOST = "host";
    public static final String INTEREST_MAP = "interestMap";
    public static final String PARTICIPANTS = "participants";
    public static final String RECORDER = "recorder";

    private NamePartiesFields() {}
}
