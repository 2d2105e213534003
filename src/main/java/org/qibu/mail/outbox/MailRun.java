package org.qibu.mail.outbox;

import jakarta.mail.MessagingException;
import java.io.UnsupportedEncodingException;
import java.util.HashMap;
import java.util.Map;
import org.qibu.availability.SlowWork;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;

/**
 * A small set of mails sent one after the other: over one connection while it lasts, with each file fetched once. Tells of
 * each mail what became of it; never throws for one that does not go.
 */
final class MailRun implements AutoCloseable {

    private final KeptConnection connection;
    private final Envelope envelope;
    private final Map<String, byte[]> files = new HashMap<>();

    MailRun(KeptConnection connection, Envelope envelope) {
        this.connection = connection;
        this.envelope = envelope;
    }

    Delivery deliver(OutboxMail mail) {
        SlowWork.mustHoldNoConnection("sending a mail");
        try {
            connection.send(envelope.fill(connection.message(), mail, files));
            return Delivery.sent();
        } catch (MailException e) {
            return SmtpRefusal.of(e);
        } catch (MessagingException | UnsupportedEncodingException | RuntimeException e) {
            return SmtpRefusal.of(new MailPreparationException(e));
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
