package org.qibu.mail.outbox;

import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Carries mails to the mail server, a small set at a time. */
@Component
class SmtpDelivery {

    private final JavaMailSender sender;
    private final Envelope envelope;

    SmtpDelivery(JavaMailSender sender, Envelope envelope) {
        this.sender = sender;
        this.envelope = envelope;
    }

    /** Begins a set; nothing is asked of the server before its first mail. */
    MailRun begin() {
        return new MailRun(new KeptConnection(sender), envelope);
    }
}
