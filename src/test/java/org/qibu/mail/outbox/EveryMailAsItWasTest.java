package org.qibu.mail.outbox;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qibu.mail.Attachment;
import org.qibu.mail.GoldenFile;
import org.qibu.mail.Invite;
import org.qibu.mail.Letter;
import org.qibu.mail.MailKind;
import org.qibu.mail.Recipient;
import org.qibu.mail.page.SampleMails;
import org.qibu.mail.texts.MailBlock.Item;
import org.qibu.mail.texts.MailText;
import org.qibu.mail.texts.RenderedMail;

/** Every kind of mail in both languages, with values that would break out, and with hardly any: not a byte changes. */
class EveryMailAsItWasTest {

    private static final String NASTY =
            " <b a=\"1\" c='2'>&amp;{{title}} {{{due}}} {{#lines}} ${1} $1 \\ `=` 😀\u202E\r\n第二行\n\n  末\t";

    private final Room room = new Room(25);
    private final SampleMails samples = new SampleMails(room.words, room.clock);

    @ParameterizedTest
    @EnumSource(value = MailKind.class, mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void theShippedWords(MailKind kind) throws IOException {
        var mails = Stream.of(Locale.CHINESE, Locale.ENGLISH)
                .map(language -> said("nasty " + language, room.writer.write(nasty(samples.of(kind, language)))))
                .collect(Collectors.joining());
        GoldenFile.holds(
                kind.name().toLowerCase(Locale.ROOT) + ".txt",
                mails + said("bare", room.writer.write(bare(samples.of(kind, Locale.CHINESE)))));
    }

    @Test
    void mailsWithFilesAndAMeeting() throws IOException {
        var files = List.of(
                new Attachment("会议纪要<1>&\"2\".pdf", "application/pdf", "a"),
                new Attachment("b.pdf", "application/pdf", "b"));
        var meeting = new Invite(
                "m1@qibu", "协商" + NASTY, "邻里中心", Instant.parse("2026-09-24T11:00:00Z"), Duration.ofMinutes(90), "李书记");
        GoldenFile.holds(
                "files-and-meetings.txt",
                said(
                                "files",
                                room.writer.write(nasty(samples.of(MailKind.MINUTES, Locale.CHINESE))
                                        .with(files)))
                        + said(
                                "files bare",
                                room.writer.write(bare(samples.of(MailKind.MINUTES, Locale.ENGLISH))
                                        .with(files)))
                        + said(
                                "meeting",
                                room.writer.write(samples.of(MailKind.INVITATION, Locale.CHINESE)
                                        .with(meeting))));
    }

    @Test
    void wordsAnAdministratorWrote() throws IOException {
        var words = new MailText("{{title}} {{title}}{{closing}} {single} {{missing}} <&> $1 \\", """
                  您好 <b>&amp; {{title}} {{title}}：{{status}} { } {x} ' " ` =\s\s
                下一行 {{missing}} 不见
                {{reason}}

                编号：{{matterNo}}
                No: {{matterNo}}
                没有：{{missing}}
                ： {{step}}
                三十个字以内的名称一二三四五六七八九十一二三四五六七八：{{step}}
                三十个字以上的名称一二三四五六七八九十一二三四五六七八九十一二三四：{{step}}
                {{steps}}
                步骤：{{steps}}
                也请看: {{further}}
                {{further}}
                前 {{further}} 后


                {{closing}}{{closing}}
                {{title}}""");
        GoldenFile.holds(
                "changed-words.txt",
                said("nasty", room.writer.write(nasty(samples.of(MailKind.STATUS, Locale.CHINESE)), words))
                        + said("plain", room.writer.write(samples.of(MailKind.STATUS, Locale.ENGLISH), words))
                        + said("bare", room.writer.write(bare(samples.of(MailKind.STATUS, Locale.CHINESE)), words)));
    }

    private static Letter nasty(Letter letter) {
        var model = new HashMap<String, Object>();
        letter.model().forEach((name, value) -> model.put(name, nasty(value)));
        model.put("link", "/staff?a=1&b=<\"'>{{x}}");
        return with(letter, NASTY, model);
    }

    private static Object nasty(Object value) {
        if (value instanceof String text) {
            return text + NASTY;
        }
        if (value instanceof Item item) {
            return new Item(item.text() + NASTY, item.link() + "?a=1&b=<\"'>");
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(EveryMailAsItWasTest::nasty).toList();
        }
        if (value instanceof Map<?, ?> members) {
            return members.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> nasty(entry.getValue())));
        }
        return value;
    }

    /** Texts are empty, counts and lists gone; nobody is named. */
    private static Letter bare(Letter letter) {
        var model = new HashMap<String, Object>();
        letter.model().forEach((name, value) -> model.put(name, value instanceof String ? " \r\n" : List.of()));
        return with(letter, "", model);
    }

    private static Letter with(Letter letter, String name, Map<String, Object> model) {
        return new Letter(
                letter.key(),
                letter.kind(),
                letter.matterNo(),
                letter.communityCode(),
                new Recipient(letter.to().address(), name, letter.to().language()),
                model,
                Optional.empty(),
                List.of());
    }

    private static String said(String title, RenderedMail mail) {
        return "==== " + title + "\n" + mail.subject() + "\n---- text\n" + mail.text() + "---- html\n" + mail.html()
                + "\n"
                + mail.invite()
                        .map(invite -> "---- invite\n" + invite.replace("\r\n", "\\r\\n\n"))
                        .orElse("");
    }
}
