package org.qibu.mail;

/** Where the contents of attachments are kept; whoever hands in letters with files provides it. */
public interface AttachmentStore {

    /** The content of an attachment. */
    byte[] content(String reference);
}
