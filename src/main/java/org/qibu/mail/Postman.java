package org.qibu.mail;

import jakarta.mail.MessagingException;
import java.io.UnsupportedEncodingException;
import org.qibu.availability.SlowWork;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Carries one mail to the mail server and tells what became of it; never throws for a mail that does not go. */
@Component
class Postman {

    private final JavaMailSender sender;
    private final Envelope envelope;

    Postman(JavaMailSender sender, Envelope envelope) {
        this.sender = sender;
        this.envelope = envelope;
    }

    Delivery deliver(OutboxMail mail) {
        SlowWork.mustHoldNoConnection("sending a mail");
        try {
            sender.send(envelope.fill(sender.createMimeMessage(), mail));
            return Delivery.sent();
        } catch (MailException e) {
            return Refusal.of(e);
        } catch (MessagingException | UnsupportedEncodingException | RuntimeException e) {
            return Refusal.of(new MailPreparationException(e));
        }
    }
}
