package org.qibu.embedded;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Takes a message apart into text, HTML and files. */
final class MessageReader {

    /** Making one looks through every library for the kinds of mail servers it may know. */
    private static final Session SESSION = Session.getInstance(new Properties());

    private final List<InboxMail.Enclosure> files = new ArrayList<>();
    private String text = "";
    private String html = "";

    private MessageReader() {}

    static ReceivedMessage read(byte[] raw) throws IOException {
        try {
            var message = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
            var reader = new MessageReader();
            reader.part(message);
            var subject = Objects.requireNonNullElse(message.getSubject(), "");
            return new ReceivedMessage(subject, headers(message), reader.text, reader.html, reader.files, raw);
        } catch (MessagingException e) {
            throw new IOException("Not a readable message", e);
        }
    }

    private void part(Part part) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                BodyPart each = parts.getBodyPart(i);
                part(each);
            }
        } else if (isBody(part, "text/plain") && text.isEmpty()) {
            text = words(part);
        } else if (isBody(part, "text/html") && html.isEmpty()) {
            html = words(part);
        } else {
            files.add(file(part));
        }
    }

    private static boolean isBody(Part part, String type) throws MessagingException {
        return part.isMimeType(type) && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    }

    private static String words(Part part) throws MessagingException, IOException {
        return part.getContent().toString().replace("\r\n", "\n");
    }

    private static InboxMail.Enclosure file(Part part) throws MessagingException, IOException {
        try (var content = part.getInputStream()) {
            var type = new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
            var name =
                    Objects.requireNonNullElse(part.getFileName(), "text/calendar".equals(type) ? "calendar" : "file");
            return new InboxMail.Enclosure(name, type, Base64.getEncoder().encodeToString(content.readAllBytes()));
        }
    }

    private static Map<String, String> headers(MimeMessage message) throws MessagingException, IOException {
        var headers = new LinkedHashMap<String, String>();
        for (var each = message.getAllHeaders(); each.hasMoreElements(); ) {
            var header = each.nextElement();
            var value = MimeUtility.decodeText(MimeUtility.unfold(header.getValue()));
            headers.merge(header.getName(), value, (first, next) -> first + "\n" + next);
        }
        return headers;
    }
}
