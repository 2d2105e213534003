package org.qibu.matter.contract;

/** Keys of the fields of the form {@code fix-agenda}, 确定议题. */
public final class FixAgendaFields {

    public static final String CONVENOR = "convenor";
    public static final String DECISION = "decision";
    public static final String FORM = "form";
    public static final String LEVEL = "level";
    public static final String MEETING_AT = "meetingAt";
    public static final String MODE = "mode";
    public static final String REASON = "reason";
    public static final String TOPIC_KIND = "topicKind";
    public static final String TOPIC_TEXT = "topicText";
    public static final String URGENCY = "urgency";
    public static final String VENUE_ID = "venueId";

    private FixAgendaFields() {}
}
