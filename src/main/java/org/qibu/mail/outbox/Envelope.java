package org.qibu.mail.outbox;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import org.qibu.mail.Attachment;
import org.qibu.mail.AttachmentStore;
import org.qibu.mail.MailSettings;
import org.qibu.mail.PlainText;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Builds the message that goes over the wire: text and HTML, the invitation where there is one, and headers that tell us apart. */
@Component
class Envelope {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String CALENDAR = "text/calendar; charset=UTF-8; method=REQUEST";

    private final MailSettings settings;
    private final Clock clock;
    private final SingletonSupplier<AttachmentStore> store;

    Envelope(MailSettings settings, Clock clock, ObjectProvider<AttachmentStore> store) {
        this.settings = settings;
        this.clock = clock;
        this.store = SingletonSupplier.of(store::getObject);
    }

    /** @param files what was fetched for mails before, by reference; what this one needs is added */
    MimeMessage fill(MimeMessage message, OutboxMail mail, Map<String, byte[]> files)
            throws MessagingException, UnsupportedEncodingException {
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
        message.setContent(content(mail, files));
        return message;
    }

    private InternetAddress sender() throws UnsupportedEncodingException {
        var from = settings.sender();
        return from.getPersonal() == null ? new InternetAddress(from.getAddress(), "七步 Qibu", UTF_8) : from;
    }

    private static String personal(OutboxMail mail) {
        return mail.name().isEmpty() ? null : mail.name();
    }

    private MimeMultipart content(OutboxMail mail, Map<String, byte[]> files) throws MessagingException {
        var words = new MimeMultipart("alternative", part(mail.text(), "text/plain; charset=UTF-8"));
        words.addBodyPart(part(mail.html(), "text/html; charset=UTF-8"));
        if (mail.invite().isPresent()) {
            words.addBodyPart(part(mail.invite().get(), CALENDAR));
        }
        if (mail.invite().isEmpty() && mail.attachments().isEmpty()) {
            return words;
        }
        var body = new MimeBodyPart();
        body.setContent(words);
        var all = new MimeMultipart("mixed", body);
        if (mail.invite().isPresent()) {
            all.addBodyPart(named(part(mail.invite().get(), CALENDAR), "invite.ics"));
        }
        for (var attachment : mail.attachments()) {
            all.addBodyPart(file(attachment, files));
        }
        return all;
    }

    /** A file fetched from its store; made there if nobody needed it before. */
    private MimeBodyPart file(Attachment attachment, Map<String, byte[]> files) throws MessagingException {
        var content = files.computeIfAbsent(
                attachment.reference(), reference -> store.obtain().content(reference));
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, attachment.contentType())));
        part.setHeader("Content-Type", attachment.contentType());
        part.setHeader("Content-Transfer-Encoding", "base64");
        return named(part, attachment.fileName());
    }

    /** The name in RFC 2231 spelling, so that Chinese arrives. */
    private static MimeBodyPart named(MimeBodyPart part, String name) throws MessagingException {
        var parameters = new ParameterList();
        parameters.set("filename", name, UTF_8);
        part.setHeader(
                "Content-Disposition", MimeBodyPart.ATTACHMENT + parameters.toString("Content-Disposition: ".length()));
        return part;
    }

    /** As bytes, since the plain-text handler would not know a calendar. */
    private static MimeBodyPart part(String content, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content.getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Type", type);
        return part;
    }
}
