package org.qibu.embedded;

import java.util.List;
import java.util.Map;

/** A message taken apart: what a reader wants to see, and the bytes it came in. */
record ReceivedMessage(
        String subject,
        Map<String, String> headers,
        String text,
        String html,
        List<InboxMail.Enclosure> attachments,
        byte[] raw) {}
