package org.qibu.mail.outbox;

import java.util.List;
import java.util.Optional;
import org.qibu.mail.Attachment;
import org.qibu.mail.MailKind;

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
        String attachmentList,
        int attempts,
        boolean byStranger) {

    /** Read when the mail is put together, so that a damaged list spoils this mail and no other. */
    List<Attachment> attachments() {
        return AttachmentList.read(attachmentList);
    }
}
