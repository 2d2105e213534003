package org.qibu.mail.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.mail.Letter;
import org.qibu.mail.MailKind;
import org.qibu.mail.outbox.MailWriter;
import org.qibu.mail.outbox.Room;
import org.qibu.mail.page.MailTextForm;
import org.qibu.mail.page.SampleMails;
import org.qibu.transaction.ReadTogether;

/** The words of mails, as shipped and as changed: no logic, known names only, every version kept. */
class MailTextsTest {

    private static final MailText CHANGED = new MailText("回执 {{matterNo}}", "您好！\n\n编号：{{matterNo}}\n状态：{{status}}");

    private final Room room = new Room(25);
    private final MailTexts texts = new MailTexts(room.db, room.templates, room.clock, new ReadTogether(room.db));
    private final MailWriter writer =
            new MailWriter(texts, room.templates, room.links, new CalendarFile(room.settings, room.clock));
    private final SampleMails samples = new SampleMails(room.words, room.clock);

    static Stream<Arguments> everyText() {
        return MailKind.known().stream()
                .flatMap(kind ->
                        Stream.of(Locale.CHINESE, Locale.ENGLISH).map(language -> Arguments.of(kind, language)));
    }

    @ParameterizedTest
    @MethodSource("everyText")
    void theShippedWordsPassTheRulesThemselves(MailKind kind, Locale language) {
        assertThat(MailTextForm.of(room.templates.shipped(kind, language)).faults(kind))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyText")
    void theSampleFillsEveryNameOfItsKind(MailKind kind, Locale language) {
        var words = room.templates.shipped(kind, language);
        var renderedMail = writer.write(samples.of(kind, language), words);

        assertThat(renderedMail.text() + renderedMail.html() + renderedMail.subject())
                .doesNotContain("{{", "null", "??");
        var missing = new TreeSet<>(CompiledText.names(words.body()));
        missing.removeAll(MailModel.of(
                        samples.of(kind, language),
                        room.links,
                        (key, arguments) -> room.templates.word(key, language, arguments))
                .keySet());
        assertThat(missing).isSubsetOf("more");
    }

    @Test
    void changedWordsAreUsedAtOnceAndEveryVersionStays() {
        texts.keep(MailKind.RECEIPT, Locale.CHINESE, Optional.of(CHANGED), "admin");

        var renderedMail = writer.write(Room.receipt("HZ-AS-2026-0001"));
        assertThat(renderedMail.subject()).isEqualTo("回执 HZ-AS-2026-0001");
        assertThat(renderedMail.text()).contains("编号：HZ-AS-2026-0001").doesNotContain("状态");
        assertThat(texts.of(MailKind.RECEIPT, Locale.ENGLISH).subject()).startsWith("[Qibu]");

        texts.keep(MailKind.RECEIPT, Locale.CHINESE, Optional.empty(), "modeler");
        assertThat(writer.write(Room.receipt("HZ-AS-2026-0001")).subject()).startsWith("【七步】");
        assertThat(texts.versions(MailKind.RECEIPT, Locale.CHINESE))
                .extracting(MailTexts.Version::version, MailTexts.Version::changedBy)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "modeler"),
                        org.assertj.core.groups.Tuple.tuple(1, "admin"));
    }

    @Test
    void theRungsShareTheirWords() {
        texts.keep(MailKind.OVERDUE_L1, Locale.CHINESE, Optional.of(new MailText("{{level}}", "{{late}}")), "admin");

        assertThat(texts.of(MailKind.OVERDUE_L4, Locale.CHINESE).subject()).isEqualTo("{{level}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "您好 {{proposerPhone}} | 没有“{{proposerPhone}}”这个填空项",
                "您好 {{title.class}} | 没有“{{title.class}}”这个填空项",
                "您好 {{T(java.lang.Runtime)}} | 没有“{{T(java.lang.Runtime)}}”这个填空项",
                "您好 {{ title }} | 没有“{{ title }}”这个填空项",
                "您好 {{title} | 有一处填空项不完整",
                "您好 title}} | 有一处填空项不完整",
                "您好 {{{title}}} | 有一处填空项不完整",
                "进度 {{steps}} 完 | 是清单，只能在正文里单独占一行"
            })
    void whatIsNoKnownNameIsRefusedAtItsField(String body, String sentence) {
        assertThat(new MailTextForm("主题", body).faults(MailKind.STATUS))
                .containsOnlyKeys("body")
                .hasEntrySatisfying("body", fault -> assertThat(fault).contains(sentence));
    }

    @Test
    void aSubjectIsOneLineWithoutLists() {
        assertThat(new MailTextForm("a\r\nBcc: x@y.cn", "正文").faults(MailKind.STATUS))
                .containsKey("subject");
        assertThat(new MailTextForm("{{steps}}", "正文").faults(MailKind.STATUS)).containsKey("subject");
        assertThat(new MailTextForm("", "").faults(MailKind.STATUS)).containsOnlyKeys("subject", "body");
    }

    @ParameterizedTest
    @EnumSource(value = MailKind.class, mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void whateverIsTypedStaysText(MailKind kind) {
        var evil = "<script>alert(1)</script> ${7*7} [[${7*7}]] [(${7*7})] __${7*7}__ #{product}";
        var renderedMail = writer.write(samples.of(kind, Locale.CHINESE), new MailText(evil, evil));

        assertThat(renderedMail.html()).contains("&lt;script&gt;", "${7*7}").doesNotContain("<script", "49");
        assertThat(renderedMail.text()).contains("${7*7}", "#{product}").doesNotContain(" 49 ");
        assertThat(renderedMail.subject()).contains("${7*7}");
    }

    @Test
    void aValueThatLooksLikeANameIsNotFilledAgain() {
        var letter = Letter.of(
                "k",
                MailKind.STATUS,
                "HZ-AS-2026-0001",
                "HZ-AS",
                Room.WANG,
                Map.of("title", "{{status}}\r\nBcc: a@b.cn", "status", "$1 \\ <b>"));
        var renderedMail = writer.write(letter, new MailText("{{title}}", "{{title}}\n\n{{status}}"));

        assertThat(renderedMail.subject()).isEqualTo("{{status}} Bcc: a@b.cn");
        assertThat(renderedMail.text()).contains("$1 \\ <b>");
        assertThat(List.of(renderedMail.html()))
                .allSatisfy(html -> assertThat(html).contains("&lt;b&gt;"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{title.class}}",
                "{{title.length}}",
                "{{title.isEmpty}}",
                "{{#title}}{{length}}{{/title}}",
                "{{^missing}}shown{{/missing}}",
                "{{>page.html}}",
                "{{title"
            })
    void whatIsNoNameReachesNothingEvenWhereItWasKept(String line) {
        var renderedMail =
                writer.write(samples.of(MailKind.STATUS, Locale.CHINESE), new MailText("主题" + line, "正文\n\n" + line));

        assertThat(renderedMail.text()).contains("\n" + line + "\n");
        assertThat(renderedMail.subject()).isEqualTo("主题" + line);
        assertThat(new MailTextForm("主题", line).faults(MailKind.STATUS)).containsOnlyKeys("body");
    }

    @Test
    void eachVersionIsCompiledOnce() {
        var once = room.templates.compiled(CHANGED);

        assertThat(room.templates.compiled(new MailText(CHANGED.subject(), CHANGED.body())))
                .isSameAs(once);
        assertThat(room.templates.compiled(new MailText(CHANGED.subject(), "{{title}}")))
                .isNotSameAs(once);
    }
}
