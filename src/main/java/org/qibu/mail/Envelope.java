package org.qibu.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.springframework.stereotype.Component;

/** Builds the message that goes over the wire: text and HTML, the invitation where there is one, and headers that tell us apart. */
@Component
class Envelope {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String CALENDAR = "text/calendar; charset=UTF-8; method=REQUEST";

    private final MailSettings settings;
    private final Clock clock;

    Envelope(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    MimeMessage fill(MimeMessage message, OutboxMail mail) throws MessagingException, UnsupportedEncodingException {
        message.setFrom(sender());
        message.setRecipient(RecipientType.TO, new InternetAddress(mail.address(), personal(mail), UTF_8));
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Message-ID", mail.messageId());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setHeader("X-Qibu-Mail", mail.kind().name());
        if (mail.matterNo().isPresent()) {
            message.setHeader("X-Qibu-Matter", PlainText.line(mail.matterNo().get(), 40));
        }
        message.setContent(content(mail));
        return message;
    }

    private InternetAddress sender() throws UnsupportedEncodingException {
        var from = settings.sender();
        return from.getPersonal() == null ? new InternetAddress(from.getAddress(), "七步 Qibu", UTF_8) : from;
    }

    private static String personal(OutboxMail mail) {
        return mail.name().isEmpty() ? null : mail.name();
    }

    private static MimeMultipart content(OutboxMail mail) throws MessagingException {
        var words = new MimeMultipart("alternative", part(mail.text(), "text/plain; charset=UTF-8"));
        words.addBodyPart(part(mail.html(), "text/html; charset=UTF-8"));
        if (mail.invite().isEmpty()) {
            return words;
        }
        words.addBodyPart(part(mail.invite().get(), CALENDAR));
        var both = new MimeBodyPart();
        both.setContent(words);
        var file = part(mail.invite().get(), CALENDAR);
        file.setFileName("invite.ics");
        file.setDisposition(MimeBodyPart.ATTACHMENT);
        return new MimeMultipart("mixed", both, file);
    }

    /** As bytes, since the plain-text handler would not know a calendar. */
    private static MimeBodyPart part(String content, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content.getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Type", type);
        return part;
    }
}
