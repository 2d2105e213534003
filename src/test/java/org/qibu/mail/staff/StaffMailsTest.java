package org.qibu.mail.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.qibu.mail.FakeSmtp;
import org.qibu.mail.MailKind;
import org.qibu.mail.Scope;
import org.qibu.mail.SentMail;
import org.qibu.mail.StaffNote;
import org.qibu.mail.outbox.Room;
import org.qibu.mail.staff.MailChoice.NewTasks;

/** What members of staff are told, how, and what never stands in it; sent to a real SMTP server. */
class StaffMailsTest {

    private static final String NO = "HZ-AS-2026-0001";
    private static final Instant DUE = Instant.parse("2026-09-21T10:00:00Z");

    private final FakeSmtp smtp = new FakeSmtp(0);
    private final Room room = new Room(smtp.port());

    @AfterEach
    void close() {
        smtp.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "TASK | 0 | 【七步】新任务：核实议题（HZ-AS-2026-0001）",
                "REMIND_DUE | 0 | 【七步】即将到期：核实议题，2026年9月21日 18:00 前办结（HZ-AS-2026-0001）",
                "OVERDUE_L1 | 0 | 【七步·超期提醒】核实议题已到办理期限（9月21日到期），HZ-AS-2026-0001",
                "OVERDUE_L1 | 2 | 【七步·超期提醒】核实议题已超期 2 个工作日（9月21日到期），HZ-AS-2026-0001",
                "OVERDUE_L2 | 3 | 【七步·超期催办】核实议题已超期 3 个工作日（9月21日到期），HZ-AS-2026-0001",
                "OVERDUE_L3 | 7 | 【七步·超期督办】核实议题已超期 7 个工作日（9月21日到期），HZ-AS-2026-0001",
                "OVERDUE_L4 | 1500 | 【七步·提级督办】核实议题已超期 1,500 个工作日（9月21日到期），HZ-AS-2026-0001"
            })
    void theSubjectSaysWhatHowLateAndSinceWhen(MailKind kind, int late, String subject) {
        room.staff.tell(note("clerk", kind, "k", Map.of("workingDaysLate", late, "assigned", true)));

        assertThat(room.only(NO).subject()).isEqualTo(subject);
    }

    @Test
    void theMailCarriesWhatIsNeededAndOneLinkToTheTask() {
        room.staff.tell(note("clerk", MailKind.OVERDUE_L1, "k", Map.of("workingDaysLate", 2)));
        room.dispatcher.drain();

        var taken = smtp.taken.get(0);
        assertThat(taken.to()).isEqualTo("clerk@qibu.example");
        assertThat(taken.header("X-Qibu-Mail")).isEqualTo("OVERDUE_L1");
        assertThat(taken.header("X-Qibu-Matter")).isEqualTo(NO);
        assertThat(text())
                .contains(
                        "王芳，您好：",
                        "任务：核实议题",
                        "事项编号：" + NO,
                        "事项：路灯不亮",
                        "当前步骤：议题征集",
                        "办理期限：2026年9月21日 18:00",
                        "超期情况：已超期 2 个工作日",
                        "目前由谁承办：居委会工作人员",
                        "请您：核实情况并填写核实结果。")
                .containsPattern("https://qibu\\.example/staff/tasks/task-1/open\\?mail=[A-Za-z0-9_-]{16}\n");
        assertThat(text().split("https?://")).hasSize(2);
        assertThat(html().split("href=")).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = MailKind.class,
            names = {"TASK", "REMIND_DUE", "OVERDUE_L1", "OVERDUE_L4"})
    void whatNobodyListedStaysOut(MailKind kind) {
        var values = new HashMap<String, Object>(Map.of("assigned", true, "proposerName", "沈巧云"));
        values.put("proposerPhone", "13800001234");

        room.staff.tell(note("clerk", kind, "k", values));

        assertThat(text() + html() + room.only(NO).subject()).doesNotContain("沈巧云", "13800001234", "{{", "null");
    }

    @ParameterizedTest
    @EnumSource(
            value = MailKind.class,
            names = {"TASK", "REMIND_DUE", "OVERDUE_L1", "OVERDUE_L4"})
    void whatIsMissingLeavesItsLineOutInBothLanguages(MailKind kind) {
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            room.choices.keep("clerk", new MailChoice(language, NewTasks.AT_ONCE, false, 9, true));
            var key = "k" + language;
            room.staff.tell(new StaffNote("clerk", kind, key, NO, "HZ-AS", "t", Map.of("taskName", "核实议题")));
        }

        assertThat(room.mails.of(NO)).hasSize(2);
        assertThat(texts())
                .allSatisfy(text -> assertThat(text)
                        .contains("核实议题", NO)
                        .doesNotContain("{{", "null", "\n\n\n", "休假", "is away")
                        .doesNotContainPattern("(?<!您好)[：:]\\s*\n"));
    }

    @Test
    void hostileValuesArePlainTextAndStayOnTheirLine() {
        var evil = "<b onload=x>{{taskName}}</b>\r\nBcc: a@b.cn\u202E";
        var values = Map.<String, Object>of("taskName", evil, "title", evil, "holder", evil, "expected", evil);

        room.staff.tell(note("clerk", MailKind.OVERDUE_L3, "k", values));
        room.dispatcher.drain();

        assertThat(html()).contains("&lt;b onload=x&gt;{{taskName}}").doesNotContain("<b onload", "\u202E");
        assertThat(room.only(NO).subject()).doesNotContain("\n", "\r", "\u202E");
        assertThat(smtp.taken.get(0).header("Bcc")).isNull();
    }

    @Test
    void theSameNoteIsWrittenOncePerPerson() {
        for (var account : List.of("clerk", "clerk", "head", "nobody")) {
            room.staff.tell(note(account, MailKind.OVERDUE_L2, "k", Map.of()));
        }

        assertThat(room.mails.of(NO))
                .extracting(SentMail::address)
                .containsExactly("clerk@qibu.example", "head@qibu.example");
    }

    @Test
    void whereManyTellTheSameAtOnceOneMailIsWrittenAndItsReaderNotedOnce() {
        IntStream.range(0, 8)
                .parallel()
                .forEach(i -> room.staff.tell(note("clerk", MailKind.OVERDUE_L3, "k", Map.of())));

        var token =
                room.db.sql("select token from staff_mail").query(String.class).single();
        assertThat(texts()).singleElement().asString().contains("/staff/tasks/task-1/open?mail=" + token);
    }

    @Test
    void aNewTaskOfTheGroupWaitsForTheDailyMailWhileOnesOwnGoesAtOnce() {
        room.staff.tell(note("clerk", MailKind.TASK, "group", Map.of()));
        assertThat(room.mails.of(NO)).isEmpty();
        assertThat(waiting("clerk")).isEqualTo(1);

        room.staff.tell(note("clerk", MailKind.TASK, "own", Map.of("assigned", true)));
        assertThat(room.mails.of(NO)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"AT_ONCE,1,0", "DIGEST,0,1", "OFF,0,0"})
    void newTasksComeAsTheRecipientChose(NewTasks choice, int mails, int lines) {
        room.choices.keep("clerk", new MailChoice(Locale.CHINESE, choice, false, 9, true));

        room.staff.tell(note("clerk", MailKind.TASK, "k", Map.of("assigned", choice == NewTasks.DIGEST)));

        assertThat(room.mails.of(NO)).hasSize(mails);
        assertThat(waiting("clerk")).isEqualTo(lines);
    }

    @Test
    void remindersMayWaitForTheDailyMailButNotWhatIsAWeekLate() {
        room.choices.keep("clerk", new MailChoice(Locale.CHINESE, NewTasks.OFF, true, 9, true));
        for (var kind : List.of(
                MailKind.REMIND_DUE,
                MailKind.OVERDUE_L1,
                MailKind.OVERDUE_L2,
                MailKind.OVERDUE_L3,
                MailKind.OVERDUE_L4)) {
            room.staff.tell(note("clerk", kind, "k", Map.of()));
            room.staff.tell(note("clerk", kind, "k", Map.of()));
        }

        assertThat(room.mails.of(NO))
                .extracting(SentMail::kind)
                .containsExactly(MailKind.OVERDUE_L3, MailKind.OVERDUE_L4);
        assertThat(waiting("clerk")).isEqualTo(3);
    }

    @Test
    void sixAtOnceAreOneMailThatListsThemHighestFirst() {
        var kinds = List.of(
                MailKind.REMIND_DUE,
                MailKind.OVERDUE_L1,
                MailKind.OVERDUE_L2,
                MailKind.OVERDUE_L2,
                MailKind.OVERDUE_L3,
                MailKind.OVERDUE_L4);
        var notes = IntStream.range(0, 6)
                .mapToObj(i -> note("clerk", kinds.get(i), "k" + i, Map.of("workingDaysLate", i * 3)))
                .toList();

        room.staff.tell(notes);
        room.staff.tell(notes);
        room.dispatcher.drain();

        var mail = room.only(NO);
        assertThat(mail.kind()).isEqualTo(MailKind.LATE_LIST);
        assertThat(mail.subject()).isEqualTo("【七步·提级督办】您有 6 项工作到期或超期，最久的已超期 15 个工作日");
        assertThat(smtp.taken).hasSize(1);
        assertThat(text())
                .contains("【提级督办】核实议题已超期 15 个工作日 · 路灯不亮（" + NO + "，9月21日到期，居委会工作人员）")
                .contains("【到期提醒】", "请您：", "【超期督办】核实情况并填写核实结果。");
        assertThat(text().indexOf("【提级督办】")).isLessThan(text().indexOf("【到期提醒】"));
        assertThat(text().split("/staff/tasks/task-1/open\\?mail=")).hasSize(7);
        assertThat(html().split("href=")).hasSize(8);
        assertThat(text() + html()).doesNotContain("{{", "null");
    }

    @Test
    void fiveAtOnceAreFiveMailsAndWhatWasToWaitForTheDailyMailStillDoes() {
        room.choices.keep("head", new MailChoice(Locale.ENGLISH, NewTasks.OFF, true, 9, true));
        for (int i = 0; i < 5; i++) {
            room.staff.tell(List.of(
                    note("head", MailKind.OVERDUE_L1, "a" + i, Map.of()),
                    note("clerk", MailKind.OVERDUE_L1, "a" + i, Map.of())));
        }
        room.staff.tell(IntStream.range(0, 12)
                .mapToObj(i -> note("head", i % 2 == 0 ? MailKind.OVERDUE_L2 : MailKind.OVERDUE_L3, "b" + i, Map.of()))
                .toList());

        assertThat(room.mails.of(NO))
                .filteredOn(mail -> mail.address().startsWith("clerk"))
                .hasSize(5)
                .allMatch(mail -> mail.kind() == MailKind.OVERDUE_L1);
        assertThat(waiting("head")).isEqualTo(11);
        assertThat(room.mails.of(NO))
                .filteredOn(mail -> mail.address().startsWith("head"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).contains("6 tasks due or overdue"));
    }

    @Test
    void aListForWhoeverHasNoAddressIsOneCall() {
        room.colleagues.addresses.put("clerk", "");
        room.staff.tell(IntStream.range(0, 6)
                .mapToObj(i -> note("clerk", MailKind.OVERDUE_L1, "k" + i, Map.of()))
                .toList());

        assertThat(room.calls.open(new Scope(Set.of("HZ-AS"), Set.of())))
                .singleElement()
                .satisfies(call -> assertThat(call.kind()).isEqualTo(MailKind.LATE_LIST));
    }

    @ParameterizedTest
    @EnumSource(FakeSmtp.Mood.class)
    void whateverTheMailServerDoesEveryoneOnARungHasOneMailInTheEnd(FakeSmtp.Mood mood) {
        room.timeout(Duration.ofMillis(300));
        smtp.mood = mood;
        smtp.refused = "supervisor@qibu.example";
        for (var account : List.of("head", "secretary", "supervisor")) {
            room.staff.tell(note(account, MailKind.OVERDUE_L3, "k", Map.of()));
        }
        room.dispatcher.drain();
        smtp.mood = FakeSmtp.Mood.KIND;
        for (int i = 0; i < 3; i++) {
            room.clock.advance(Duration.ofMinutes(15));
            room.dispatcher.drain();
        }

        assertThat(smtp.taken)
                .extracting(taken -> taken.to() + " " + taken.header("Message-ID"))
                .as("a mail cut off after the server had it comes again under its own Message-ID only")
                .satisfies(sent -> assertThat(Set.copyOf(sent)).hasSize(2));
        assertThat(room.mails.of(NO))
                .extracting(SentMail::address, SentMail::state)
                .containsExactlyInAnyOrder(
                        tuple("head@qibu.example", "SENT"),
                        tuple("secretary@qibu.example", "SENT"),
                        tuple("supervisor@qibu.example", "BOUNCED"));
        assertThat(room.calls.open(new Scope(Set.of("HZ-AS"), Set.of())))
                .singleElement()
                .satisfies(call -> assertThat(call.address()).isEqualTo("supervisor@qibu.example"));
    }

    @Test
    void theDeputyOfWhoeverIsAwayIsToldForWhom() {
        room.colleagues.deputies.put("clerk", "head");

        room.staff.tell(note("clerk", MailKind.OVERDUE_L1, "k", Map.of("workingDaysLate", 1)));

        var mail = room.only(NO);
        assertThat(mail.address()).isEqualTo("head@qibu.example");
        assertThat(mail.subject()).endsWith("（代王芳办理）");
        assertThat(text()).contains("王芳正在休假，您是代理人，请您代王芳处理。");
    }

    @Test
    void whoeverReadsEnglishIsToldInEnglishWhatIsExpectedOfThem() {
        room.choices.keep("clerk", new MailChoice(Locale.ENGLISH, NewTasks.AT_ONCE, false, 9, true));
        var values = Map.<String, Object>of(
                "step",
                "第一步 议题征集",
                "step.en",
                "Step 1: Issue collection",
                "expected",
                "尽快办结。",
                "expected.en",
                "Finish it.");

        room.staff.tell(note("clerk", MailKind.OVERDUE_L1, "k", values));
        room.staff.tell(note("head", MailKind.OVERDUE_L1, "k", values));

        assertThat(texts())
                .anySatisfy(text -> assertThat(text)
                        .contains("Current step: Step 1: Issue collection", "What is expected: Finish it.")
                        .doesNotContain("第一步"))
                .anySatisfy(text -> assertThat(text).contains("当前步骤：第一步 议题征集").doesNotContain("Step 1"));
    }

    @Test
    void followingTheLinkIsNotedOncePerPerson() {
        room.staff.tell(note("clerk", MailKind.OVERDUE_L1, "k", Map.of()));
        var token = text().replaceAll("(?s).*\\?mail=(\\S+).*", "$1");

        for (var account : List.of("clerk", "clerk", "head")) {
            assertThat(room.mailLinkClicks.follow(token, account))
                    .contains(new MailLinkClicks.About(MailKind.OVERDUE_L1, "task-1", NO));
        }

        assertThat(room.mailLinkClicks.follow("unknown", "clerk")).isEmpty();
        assertThat(room.db
                        .sql("select account_id from mail_opening order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("clerk", "head");
    }

    @Test
    void whoeverHasNoAddressIsToBeCalledAndSomebodySaysWhatCameOfIt() {
        room.colleagues.addresses.put("clerk", "");
        room.staff.tell(note("clerk", MailKind.OVERDUE_L3, "k", Map.of()));
        room.staff.tell(note("clerk", MailKind.OVERDUE_L3, "k", Map.of()));

        assertThat(room.mails.of(NO)).isEmpty();
        var call = room.calls.open(new Scope(Set.of("HZ-AS"), Set.of()));
        assertThat(call)
                .singleElement()
                .satisfies(
                        each -> assertThat(List.of(each.name(), each.reason())).containsExactly("王芳", "NO_ADDRESS"));
        assertThat(room.calls.open(new Scope(Set.of("TX-HB"), Set.of()))).isEmpty();

        var id = call.get(0).id();
        assertThat(room.calls.done(id, new Scope(Set.of("TX-HB"), Set.of()), "head", "打通了"))
                .isFalse();
        assertThat(room.calls.done(id, new Scope(Set.of("HZ-AS"), Set.of()), "head", "已告知"))
                .isTrue();
        assertThat(room.calls.done(id, new Scope(Set.of("HZ-AS"), Set.of()), "head", "再次"))
                .isFalse();
        assertThat(room.calls.open(new Scope(Set.of("HZ-AS"), Set.of()))).isEmpty();
        assertThat(room.db
                        .sql("select remark from phone_call")
                        .query(String.class)
                        .single())
                .isEqualTo("已告知");
    }

    @Test
    void aRefusedAddressIsToBeCalledUnlessTheMailGoesAfterAll() {
        smtp.refused = "clerk@qibu.example";
        room.staff.tell(note("clerk", MailKind.OVERDUE_L3, "k", Map.of()));
        room.dispatcher.drain();
        assertThat(room.calls.open(new Scope(Set.of("HZ-AS"), Set.of())))
                .singleElement()
                .satisfies(each -> assertThat(each.reason()).isEqualTo("REFUSED"));

        assertThat(room.register.resend(room.only(NO).id(), new Scope(Set.of("HZ-AS"), Set.of())))
                .isTrue();
        room.dispatcher.drain();
        assertThat(room.calls.open(new Scope(Set.of("HZ-AS"), Set.of()))).hasSize(1);

        smtp.refused = "";
        room.register.resend(room.only(NO).id(), new Scope(Set.of("HZ-AS"), Set.of()));
        room.dispatcher.drain();
        assertThat(smtp.taken).hasSize(1);
        assertThat(room.calls.open(new Scope(Set.of("HZ-AS"), Set.of()))).isEmpty();
    }

    @Test
    void aServerThatIsDownCostsNoMailAndNoCall() {
        smtp.close();
        room.staff.tell(note("clerk", MailKind.OVERDUE_L3, "k", Map.of()));
        room.dispatcher.drain();
        assertThat(room.only(NO).state()).isEqualTo("PENDING");
        assertThat(room.calls.open(new Scope(Set.of("HZ-AS"), Set.of()))).isEmpty();

        try (var back = new FakeSmtp(smtp.port())) {
            room.clock.advance(Duration.ofMinutes(1));
            room.dispatcher.drain();
            assertThat(back.taken).hasSize(1);
        }
    }

    @Test
    void aMailToResidentsIsNoNoteToStaff() {
        assertThatThrownBy(() -> note("clerk", MailKind.RECEIPT, "k", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static StaffNote note(String account, MailKind kind, String key, Map<String, Object> more) {
        var values = new HashMap<String, Object>(Map.of(
                "taskName",
                "核实议题",
                "step",
                "议题征集",
                "due",
                DUE,
                "holder",
                "居委会工作人员",
                "title",
                "路灯不亮",
                "expected",
                "核实情况并填写核实结果。"));
        values.putAll(more);
        return new StaffNote(account, kind, key, NO, "HZ-AS", "task-1", values);
    }

    private int waiting(String account) {
        return room.db
                .sql("select count(*) from digest_line where account_id = ? and sent_on is null")
                .param(account)
                .query(Integer.class)
                .single();
    }

    private String text() {
        return texts().get(0);
    }

    private List<String> texts() {
        return room.db
                .sql("select text from outbox_mail order by id")
                .query(String.class)
                .list();
    }

    /** As it waits in the outbox or, once it was sent, as it went over the wire: a sent mail keeps its text only. */
    private String html() {
        return smtp.taken.isEmpty()
                ? room.db
                        .sql("select html from outbox_mail")
                        .query(String.class)
                        .single()
                : htmlOf(smtp.taken.get(0).message());
    }

    private static String htmlOf(String message) {
        try {
            return html(new MimeMessage(null, new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8))));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String html(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/html")) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int each = 0; each < parts.getCount(); each++) {
                var found = html(parts.getBodyPart(each));
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
