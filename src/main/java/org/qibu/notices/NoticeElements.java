package org.qibu.notices;

/** Elements of {@code public-notice.bpmn} that code names. */
public final class NoticeElements {

    public static final String MESSAGE_OBJECTION_RAISED = "notice.objectionRaised";

    private NoticeElements() {}
}
