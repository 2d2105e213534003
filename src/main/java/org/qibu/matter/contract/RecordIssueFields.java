package org.qibu.matter.contract;

/** Keys of the fields of the form {@code record-issue}, 登记议题. */
public final class RecordIssueFields {

    public static final String AFFECTED_HOUSEHOLDS = "affectedHouseholds";
    public static final String BUILDING_NO = "buildingNo";
    public static final String CHANNEL = "channel";
    public static final String COMMUNITY_CODE = "communityCode";
    public static final String DESCRIPTION = "description";
    public static final String HAPPENED_ON = "happenedOn";
    public static final String LOCATION = "location";
    public static final String PROPOSER_ANONYMOUS = "proposerAnonymous";
    public static final String PROPOSER_EMAIL = "proposerEmail";
    public static final String PROPOSER_NAME = "proposerName";
    public static final String PROPOSER_PHONE = "proposerPhone";
    public static final String SAFETY_RISK = "safetyRisk";
    public static final String TITLE = "title";
    public static final String UNIT_NO = "unitNo";

    private RecordIssueFields() {}
}
