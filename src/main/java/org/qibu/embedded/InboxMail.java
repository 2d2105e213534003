package org.qibu.embedded;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mail that the inbox received. */
record InboxMail(
        long id,
        String to,
        String from,
        String subject,
        @Nullable String kind,
        @Nullable String matterNo,
        @Nullable String text,
        @Nullable String html,
        Instant receivedAt,
        Map<String, String> headers,
        List<Enclosure> attachments) {

    /** A file that came with it; the content is Base64. */
    record Enclosure(String name, String contentType, String content) {}
}
