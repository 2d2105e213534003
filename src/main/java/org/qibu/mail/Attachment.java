package org.qibu.mail;

/**
 * A file that goes with a letter. Its content is asked for by the reference when the letter is sent, so that writing the
 * letter stays quick.
 *
 * @param fileName what the recipient saves it as, Chinese as it is
 * @param reference known to the {@link AttachmentStore}
 */
public record Attachment(String fileName, String contentType, String reference) {}
