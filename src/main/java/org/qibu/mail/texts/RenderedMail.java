package org.qibu.mail.texts;

import java.util.List;
import java.util.Optional;
import org.qibu.mail.Attachment;

/** A letter put into words, ready for the outbox. */
public record RenderedMail(
        String subject, String text, String html, Optional<String> invite, List<Attachment> attachments) {}
