package org.qibu.mail.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.mail.Invite;
import org.qibu.mail.Letter;
import org.qibu.mail.MailKind;
import org.qibu.mail.MailLinks;
import org.qibu.mail.MailSettings;
import org.qibu.mail.Recipient;
import org.qibu.mail.TestClock;
import org.qibu.mail.texts.CalendarFile;
import org.qibu.mail.texts.CompiledText;
import org.qibu.mail.texts.MailTemplates;

class MailWriterTest {

    private static final String EVIL = "<script>alert(1)</script>";
    private static final String LINK = "https://qibu.example/matters/HZ-AS-2026-0001";
    private static final List<MailKind> KINDS = List.of(
            MailKind.RECEIPT,
            MailKind.STATUS,
            MailKind.INVITATION,
            MailKind.MINUTES,
            MailKind.RESULT,
            MailKind.REJECTION);
    private static final Map<MailKind, List<String>> OWN_KEYS = Map.of(
            MailKind.RECEIPT, List.of("receipt", "step", "status"),
            MailKind.STATUS, List.of("step", "status", "reason"),
            MailKind.INVITATION, List.of("meetingAt", "venue", "convenor", "agenda", "form", "host"),
            MailKind.MINUTES,
                    List.of("attendance", "agree", "disagree", "abstain", "draftResult", "openPoints", "dissentCount"),
            MailKind.RESULT, List.of("resultSummary", "whatChanged", "noticeUntil"),
            MailKind.REJECTION, List.of("reason", "nextOptions", "recheckUntil"));

    private final MailSettings settings = new MailSettings("qibu@qibu.example", true, Duration.ofDays(3));
    private final Clock clock = new TestClock();
    private final MailTemplates templates = new MailTemplates();
    private final MailWriter writer = new MailWriter(
            templates::shipped,
            templates,
            new MailLinks("https://qibu.example/", 8080),
            new CalendarFile(settings, clock));

    static Stream<Arguments> everyMail() {
        return KINDS.stream()
                .flatMap(kind ->
                        Stream.of(Locale.CHINESE, Locale.ENGLISH).map(language -> Arguments.of(kind, language)));
    }

    @ParameterizedTest
    @MethodSource("everyMail")
    void saysEverythingItWasGiven(MailKind kind, Locale language) {
        var model = common();
        OWN_KEYS.get(kind).forEach(key -> model.put(key, "⟦" + key + "⟧"));

        var mail = writer.write(letter(kind, language, model));

        for (var body : List.of(mail.text(), mail.html())) {
            assertThat(body).contains("HZ-AS-2026-0001", "路灯不亮", "爱山社区", LINK);
            OWN_KEYS.get(kind).forEach(key -> assertThat(body).contains("⟦" + key + "⟧"));
            assertResolved(body);
        }
        assertThat(mail.subject()).contains("HZ-AS-2026-0001", "路灯不亮").doesNotContain("{", "??");
    }

    @ParameterizedTest
    @MethodSource("everyMail")
    void leavesOutWhatIsMissing(MailKind kind, Locale language) {
        var mail = writer.write(letter(kind, language, Map.of("title", "路灯不亮")));

        assertResolved(mail.text());
        assertResolved(mail.html());
        assertThat(mail.text()).doesNotContain("\n\n\n").doesNotContainPattern("(?<!您好)[：:]\\s*\n");
        assertThat(mail.html()).doesNotContain("<a ");
    }

    @ParameterizedTest
    @MethodSource("everyMail")
    void showsWhatPersonsTypedAsText(MailKind kind, Locale language) {
        var model = common();
        model.put("title", EVIL + "\r\nBcc: a@b.cn \u202Egnp.exe");
        model.put("communityName", EVIL);
        model.put("adopted", List.of(EVIL));
        model.put("notAdopted", List.of(Map.of("point", EVIL, "reason", EVIL)));
        OWN_KEYS.get(kind).forEach(key -> model.put(key, EVIL));

        var mail = writer.write(new Letter(
                "key",
                kind,
                "HZ-AS-2026-0001",
                "HZ-AS",
                new Recipient("a@x.cn", EVIL, language),
                model,
                Optional.empty(),
                List.of()));

        assertThat(mail.html())
                .contains("&lt;script&gt;")
                .doesNotContain("<script")
                .doesNotContain("\u202E");
        assertThat(mail.subject()).doesNotContain("\n", "\r", "\u202E").hasSizeLessThanOrEqualTo(120);
    }

    @Test
    void marksTheCurrentOfTheSevenSteps() {
        var mail = writer.write(letter(MailKind.STATUS, Locale.CHINESE, common()));

        assertThat(mail.text()).contains("① 议题征集", "【② 议题确定】", "⑦ 评议回看");
        assertThat(mail.html()).containsPattern("font-weight:bold[^>]*>②").contains("③");
    }

    @Test
    void listsWhatWasAdoptedAndWhyNot() {
        var model = common();
        model.put("adopted", List.of("换灯泡", "加路灯"));
        model.put("notAdopted", List.of(Map.of("point", "装监控", "reason", "不在职责范围"), Map.of("point", "装喷泉")));

        var mail = writer.write(letter(MailKind.RESULT, Locale.CHINESE, model));

        assertThat(mail.text()).contains("- 换灯泡\n- 加路灯", "- 装监控\n  理由：不在职责范围\n- 装喷泉");
        assertThat(mail.html()).contains(">换灯泡</span></li>").contains("不在职责范围");
    }

    @Test
    void showsACountOfNone() {
        var model = common();
        model.put("disagree", 0);

        assertThat(writer.write(letter(MailKind.MINUTES, Locale.CHINESE, model)).text())
                .contains("不同意：0");
    }

    @Test
    void linksToOurOwnPagesOnly() {
        var path = Map.<String, Object>of("title", "x", "link", "/matters/HZ-AS-2026-0001");
        var foreign = Map.<String, Object>of("title", "x", "link", "https://qibu.example.evil.cn/matters");
        var script = Map.<String, Object>of("title", "x", "link", "javascript:alert(1)");

        assertThat(writer.write(letter(MailKind.STATUS, Locale.CHINESE, path)).html())
                .contains("href=\"" + LINK + "\"");
        assertThat(writer.write(letter(MailKind.STATUS, Locale.CHINESE, foreign))
                        .html())
                .doesNotContain("evil");
        assertThat(writer.write(letter(MailKind.STATUS, Locale.CHINESE, script)).html())
                .doesNotContain("javascript");
    }

    @Test
    void invitesInTheTimeOfShanghai() {
        var invite = new Invite(
                "m1@qibu", "协商议事会", "红光邻里中心", Instant.parse("2026-09-24T11:00:00Z"), Duration.ofMinutes(90), "李书记");

        var file = writer.write(
                        letter(MailKind.INVITATION, Locale.CHINESE, common()).with(invite))
                .invite()
                .orElseThrow();

        assertThat(file)
                .contains(
                        "METHOD:REQUEST",
                        "DTSTART;TZID=Asia/Shanghai:20260924T190000",
                        "DTEND;TZID=Asia/Shanghai:20260924T203000");
        var calendar = Biweekly.parse(file).first();
        assertThat(calendar.validate(ICalVersion.V2_0).toString()).isEmpty();
        var event = calendar.getEvents().get(0);
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(invite.startsAt());
        assertThat(event.getLocation().getValue()).isEqualTo("红光邻里中心");
        assertThat(event.getUid().getValue()).isEqualTo("m1@qibu");
        assertThat(event.getOrganizer().getEmail()).isEqualTo("qibu@qibu.example");
    }

    @Test
    void noLineOfAnInvitationIsLongerThanACalendarProgrammeReads() {
        var invite = new Invite(
                "m1@qibu",
                "关于爱山新村三幢垃圾投放点移位的协商议事会".repeat(4),
                "红光邻里中心二楼议事厅".repeat(6),
                Instant.parse("2026-09-24T11:00:00Z"),
                Duration.ofMinutes(90),
                "李书记");

        var file = writer.write(
                        letter(MailKind.INVITATION, Locale.CHINESE, common()).with(invite))
                .invite()
                .orElseThrow();

        assertThat(file.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(Biweekly.parse(file).first().getEvents().get(0).getLocation().getValue())
                .isEqualTo("红光邻里中心二楼议事厅".repeat(6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail/texts_zh,mail/texts_en", "messages/mail,messages/mail_en"})
    void hasEveryTextInBothLanguages(String pair) throws IOException {
        var bundles = pair.split(",");
        var chinese = keys(bundles[0]);

        assertThat(chinese).isNotEmpty().isEqualTo(keys(bundles[1]));
    }

    @Test
    void asksForTheSameKeysInBothLanguages() throws IOException {
        for (var kind : MailKind.known()) {
            assertThat(names(kind.template() + "_zh.mail")).isEqualTo(names(kind.template() + "_en.mail"));
        }
    }

    private static void assertResolved(String body) {
        assertThat(body).doesNotContain("${", "#{", "[[", "[(", "[#", "[/]", " th:", "null", "??");
    }

    private static Letter letter(MailKind kind, Locale language, Map<String, Object> model) {
        return Letter.of("key", kind, "HZ-AS-2026-0001", "HZ-AS", new Recipient("a@x.cn", "王女士", language), model);
    }

    private static Map<String, Object> common() {
        return new HashMap<>(Map.of("title", "路灯不亮", "communityName", "爱山社区", "link", LINK, "stepNo", 2, "round", 1));
    }

    private static TreeSet<Object> keys(String bundle) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(resource(bundle + ".properties")));
        assertThat(properties.values()).doesNotContain("");
        return new TreeSet<>(properties.keySet());
    }

    private static TreeSet<String> names(String template) throws IOException {
        return new TreeSet<>(CompiledText.names(resource("mail/" + template)));
    }

    private static String resource(String name) throws IOException {
        try (var in = MailWriterTest.class.getResourceAsStream("/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
