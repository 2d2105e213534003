package org.qibu.mail;

import java.util.List;
import java.util.Optional;

/** A mail taken out of the outbox for one attempt; {@code byStranger} where somebody without an account caused it. */
record OutboxMail(
        long id,
        MailKind kind,
        Optional<String> matterNo,
        String address,
        String name,
        String messageId,
        String subject,
        String text,
        String html,
        Optional<String> invite,
        List<Attachment> attachments,
        int attempts,
        boolean byStranger) {}
