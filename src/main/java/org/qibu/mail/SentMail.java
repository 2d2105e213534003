package org.qibu.mail;

import java.time.Instant;

/** A mail as staff see it: to whom, about what, and whether it went out (PENDING, SENT, EXPIRED, BOUNCED, WITHHELD). */
public record SentMail(
        long id,
        MailKind kind,
        String matterNo,
        String address,
        String name,
        String subject,
        String state,
        Instant createdAt,
        Instant sentAt,
        int attempts,
        String lastError) {}
