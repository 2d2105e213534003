package org.qibu.embedded;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A mail that the inbox received. */
record InboxMail(
        long id,
        String to,
        String from,
        String subject,
        String kind,
        String matterNo,
        String text,
        String html,
        Instant receivedAt,
        Map<String, String> headers,
        List<Enclosure> attachments) {

    /** A file that came with it; the content is Base64. */
    record Enclosure(String name, String contentType, String content) {}
}
