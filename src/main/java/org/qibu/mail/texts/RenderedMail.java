package org.qibu.mail.texts;

import java.util.Optional;
import org.qibu.mail.Letter;

/** A letter put into words, ready for the outbox. */
public record RenderedMail(Letter letter, String subject, String text, String html, Optional<String> invite) {}
