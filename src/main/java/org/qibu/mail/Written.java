package org.qibu.mail;

import java.util.List;
import java.util.Optional;

/** A letter put into words, ready for the outbox. */
record Written(String subject, String text, String html, Optional<String> invite, List<Attachment> attachments) {}
