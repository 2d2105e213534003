package org.qibu.matter.contract;

/** Keys of the fields of the form {@code record-meeting}, 会议记录. */
public final class RecordMeetingFields {

    public static final String AMENDMENTS = "amendments";
    public static final String ATTENDANCE = "attendance";
    public static final String DISSENT = "dissent";
    public static final String DRAFT_RESULT = "draftResult";
    public static final String MOTIONS = "motions";
    public static final String OPEN_POINTS = "openPoints";
    public static final String SPEECHES = "speeches";
    public static final String STRAW_ABSTAIN = "strawAbstain";
    public static final String STRAW_AGREE = "strawAgree";
    public static final String STRAW_DISAGREE = "strawDisagree";

    private RecordMeetingFields() {}
}
