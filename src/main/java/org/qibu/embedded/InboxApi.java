package org.qibu.embedded;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The inbox for programmes: newest mail first. */
@RestController
@ConditionalOnEmbeddedInbox
class InboxApi {

    private static final int LIMIT = 1000;

    private final Inbox inbox;

    InboxApi(Inbox inbox) {
        this.inbox = inbox;
    }

    /** A mail as the API tells it. */
    record Mail(
            long id,
            String to,
            String from,
            String subject,
            @Nullable String kind,
            @Nullable String matterNo,
            @Nullable String text,
            @Nullable String html,
            Instant receivedAt,
            Map<String, String> headers,
            List<Attachment> attachments) {

        static Mail of(InboxMail mail) {
            return new Mail(
                    mail.id(),
                    mail.to(),
                    mail.from(),
                    mail.subject(),
                    mail.kind(),
                    mail.matterNo(),
                    mail.text(),
                    mail.html(),
                    mail.receivedAt(),
                    mail.headers(),
                    IntStream.range(0, mail.attachments().size())
                            .mapToObj(no -> Attachment.of(mail, no))
                            .toList());
        }
    }

    /** A file of a mail, with its text where it is one; {@code path} is where it can be fetched. */
    record Attachment(
            String name, String contentType, @Nullable String text, String path) {

        static Attachment of(InboxMail mail, int no) {
            var file = mail.attachments().get(no);
            var text = file.contentType().startsWith("text/")
                    ? new String(Base64.getDecoder().decode(file.content()), StandardCharsets.UTF_8)
                    : null;
            return new Attachment(file.name(), file.contentType(), text, "/inbox/" + mail.id() + "/attachments/" + no);
        }
    }

    @GetMapping("/api/demo/inbox")
    List<Mail> mails(
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String matterNo,
            @RequestParam(defaultValue = "") String kind) {
        var search = new Inbox.Search(Inbox.Search.literally(to.strip()), matterNo.strip(), kind.strip());
        return inbox.find(search, LIMIT).stream().map(Mail::of).toList();
    }
}
