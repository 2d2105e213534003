package org.qibu.feedback;

/** Elements of the sixth step that code names. */
final class FeedbackElements {

    static final String SERVICE_PUBLISH_RESULT = "service_publishResult";

    private FeedbackElements() {}
}
