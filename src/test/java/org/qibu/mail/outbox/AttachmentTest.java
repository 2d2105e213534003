package org.qibu.mail.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.qibu.mail.Attachment;
import org.qibu.mail.FakeSmtp;
import org.qibu.mail.Invite;

@Timeout(60)
class AttachmentTest {

    private static final String NO = "HZ-AS-2026-0001";
    private static final String NAME = "会议纪要-HZ-AS-2026-0001-第1轮.pdf";

    private final FakeSmtp server = new FakeSmtp(0);
    private final Room room = new Room(server.port());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aFileArrivesWithItsChineseNameBesideTheWords() throws Exception {
        room.mails.send(Room.receipt(NO).with(List.of(new Attachment(NAME, "application/pdf", "%PDF-内容"))));

        room.dispatcher.drain();

        var raw = server.taken.get(0).message();
        assertThat(raw).contains("filename*").contains("UTF-8''").doesNotContain(NAME);
        var parts = parts(raw);
        assertThat(parts.getContentType()).startsWith("multipart/mixed");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
        var file = parts.getBodyPart(1);
        assertThat(file.getFileName()).isEqualTo(NAME);
        assertThat(file.getContentType()).isEqualTo("application/pdf");
        assertThat(content(file)).isEqualTo("%PDF-内容");
    }

    @Test
    void theWordsNameTheFile() throws Exception {
        room.mails.send(Room.receipt(NO).with(List.of(new Attachment(NAME, "application/pdf", "x"))));

        room.dispatcher.drain();

        var words =
                (Multipart) parts(server.taken.get(0).message()).getBodyPart(0).getContent();
        assertThat(words.getBodyPart(0).getContent().toString()).contains("附件", NAME);
        assertThat(words.getBodyPart(1).getContent().toString()).contains("附件", NAME);
    }

    @Test
    void anInvitationAndAFileGoTogether() throws Exception {
        var meeting =
                new Invite("uid", "协商会", "议事厅", Instant.parse("2026-11-28T11:30:00Z"), Duration.ofHours(2), "河滨社区");
        room.mails.send(Room.receipt(NO).with(meeting).with(List.of(new Attachment(NAME, "application/pdf", "x"))));

        room.dispatcher.drain();

        var parts = parts(server.taken.get(0).message());
        assertThat(parts.getCount()).isEqualTo(3);
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("invite.ics");
        assertThat(parts.getBodyPart(2).getFileName()).isEqualTo(NAME);
    }

    @Test
    void aFileThatCannotBeMadeHoldsUpItsOwnMailOnly() {
        room.mails.send(Room.receipt(NO).with(List.of(new Attachment(NAME, "application/pdf", "broken"))));
        room.mails.send(Room.receipt("HZ-AS-2026-0002"));

        room.dispatcher.drain();

        assertThat(room.only(NO).state()).isEqualTo("PENDING");
        assertThat(room.only(NO).lastError()).contains("no such paper");
        assertThat(room.only("HZ-AS-2026-0002").state()).isEqualTo("SENT");
    }

    private static Multipart parts(String raw) throws Exception {
        var bytes = new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8));
        return (Multipart) new MimeMessage(Session.getInstance(new Properties()), bytes).getContent();
    }

    private static String content(BodyPart part) throws Exception {
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
