package org.qibu.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.activation.DataHandler;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The inbox shows a mail as its reader would see it, whatever it is made of. */
class MessageReaderTest {

    private static ReceivedMessage read(MimeMessage message) throws Exception {
        message.saveChanges();
        var raw = new ByteArrayOutputStream();
        message.writeTo(raw);
        return MessageReader.read(raw.toByteArray());
    }

    private static MimeMessage message(String subject) throws Exception {
        var message = new MimeMessage(Session.getInstance(new Properties()));
        message.setSubject(subject, "UTF-8");
        return message;
    }

    private static MimeBodyPart part(String content, String type) throws Exception {
        var part = new MimeBodyPart();
        part.setContent(content, type + "; charset=UTF-8");
        return part;
    }

    @Test
    void takesApartTextHtmlAndFiles() throws Exception {
        var bodies = new MimeMultipart("alternative", part("您好\r\n再见", "text/plain"), part("<p>您好</p>", "text/html"));
        var both = new MimeBodyPart();
        both.setContent(bodies);
        var file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(new ByteArrayDataSource(new byte[] {1, 2, 3}, "application/pdf")));
        file.setFileName("paper.pdf");
        var message = message("议题已收到");
        message.setContent(new MimeMultipart(both, file));

        var read = read(message);

        assertThat(read.subject()).isEqualTo("议题已收到");
        assertThat(read.text()).isEqualTo("您好\n再见");
        assertThat(read.html()).isEqualTo("<p>您好</p>");
        assertThat(read.attachments())
                .containsExactly(new InboxMail.Enclosure(
                        "paper.pdf", "application/pdf", Base64.getEncoder().encodeToString(new byte[] {1, 2, 3})));
    }

    @Test
    void aTextThatIsAttachedIsAFileAndADateHasAName() throws Exception {
        var note = part("附件", "text/plain");
        note.setDisposition(Part.ATTACHMENT);
        var message = message("通知");
        message.setContent(new MimeMultipart(part("正文", "text/plain"), note, part("BEGIN:VCALENDAR", "text/calendar")));

        var read = read(message);

        assertThat(read.text()).isEqualTo("正文");
        assertThat(read.attachments()).extracting(InboxMail.Enclosure::name).containsExactly("file", "calendar");
    }

    @Test
    void readsHeadersInPlainWordsAndRepeatedOnesBelowEachOther() throws Exception {
        var message = message("一封很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长的主题");
        message.setText("正文", "UTF-8");
        message.addHeader("X-Qibu-Matter", "HZ-AS-2026-0001");
        message.addHeader("Received", "first");
        message.addHeader("Received", "second");

        var headers = read(message).headers();

        assertThat(headers)
                .containsEntry("X-Qibu-Matter", "HZ-AS-2026-0001")
                .containsEntry("Subject", "一封很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长的主题");
        assertThat(headers.get("Received").split("\n")).containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void keepsTheBytesItCameInEvenOfOneWithoutSubjectAndBody() throws Exception {
        var raw = "From: a@qibu.example\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

        var read = MessageReader.read(raw);

        assertThat(read.subject()).isEmpty();
        assertThat(read.text()).isEmpty();
        assertThat(read.raw()).isEqualTo(raw);
    }
}
