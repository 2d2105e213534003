package org.qibu.mail.outbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * A connection to the mail server that is opened for the first mail and used for the next ones, as many as any server takes.
 * Fails as {@link JavaMailSenderImpl} does, mail by mail.
 */
final class KeptConnection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(KeptConnection.class);
    private static final int MOST = 10;

    private final JavaMailSender sender;
    private Transport open;
    private int sent;

    KeptConnection(JavaMailSender sender) {
        this.sender = sender;
    }

    MimeMessage message() {
        return sender.createMimeMessage();
    }

    /** Sends the message under the Message-ID it has. */
    void send(MimeMessage message) {
        if (sender instanceof JavaMailSenderImpl server) {
            connect(server);
            try {
                var id = message.getMessageID();
                message.saveChanges();
                message.setHeader("Message-ID", id);
                open.sendMessage(message, message.getAllRecipients());
                sent++;
            } catch (MessagingException e) {
                throw new MailSendException(Map.of(message, e));
            }
        } else {
            sender.send(message);
        }
    }

    private void connect(JavaMailSenderImpl server) {
        if (open != null && (sent >= MOST || !open.isConnected())) {
            close();
        }
        if (open == null) {
            sent = 0;
            try {
                open = server.getSession()
                        .getTransport(
                                Objects.requireNonNullElse(server.getProtocol(), JavaMailSenderImpl.DEFAULT_PROTOCOL));
                open.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
            } catch (AuthenticationFailedException e) {
                close();
                throw new MailAuthenticationException(e);
            } catch (MessagingException e) {
                close();
                throw new MailSendException("Mail server connection failed", e);
            }
        }
    }

    @Override
    public void close() {
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException e) {
                log.debug("The mail server did not take leave", e);
            }
            open = null;
        }
    }
}
