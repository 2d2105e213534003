package org.qibu.matter.contract;

/** Keys of the fields of the form {@code prepare-ballot}, 表决准备. */
public final class PrepareBallotFields {

    public static final String CLOSES_AT = "closesAt";
    public static final String ELECTORATE_ID = "electorateId";
    public static final String METHOD = "method";
    public static final String OPENS_AT = "opensAt";
    public static final String OPTIONS = "options";
    public static final String QUESTION = "question";
    public static final String REGISTER_DATE = "registerDate";
    public static final String SILENT_RULE = "silentRule";
    public static final String SILENT_RULE_BASIS = "silentRuleBasis";

    private PrepareBallotFields() {}
}
