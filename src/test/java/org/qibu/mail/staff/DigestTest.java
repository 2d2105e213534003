package org.qibu.mail.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qibu.calendar.Calendars;
import org.qibu.calendar.WorkingCalendar;
import org.qibu.mail.FakeSmtp;
import org.qibu.mail.MailKind;
import org.qibu.mail.Scope;
import org.qibu.mail.StaffNote;
import org.qibu.mail.outbox.PhoneCalls;
import org.qibu.mail.outbox.Room;
import org.qibu.mail.staff.MailChoice.NewTasks;

/** The daily mail: what stands in it, when it goes, and that it goes once. Its clock begins on a Monday at nine. */
class DigestTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 21);

    private final FakeSmtp smtp = new FakeSmtp(0);
    private final Room room = new Room(smtp.port());
    private final Map<LocalDate, Boolean> exceptions = new HashMap<>();
    private final DigestSweep sweep = sweep();

    @AfterEach
    void close() {
        smtp.close();
    }

    @Test
    void oneMailGathersWhatIsDueWhatIsNewAndWhatNobodyTook() {
        room.choices.keep("clerk", new MailChoice(Locale.CHINESE, NewTasks.DIGEST, true, 9, true));
        room.staff.tell(note(MailKind.OVERDUE_L1, "task-1", "核实议题", Map.of("workingDaysLate", 1)));
        room.staff.tell(note(MailKind.TASK, "task-2", "议题研究", Map.of()));
        room.work.unclaimed.add(note(MailKind.TASK, "task-2", "议题研究", Map.of()));
        room.work.unclaimed.add(note(MailKind.TASK, "task-3", "确定参加方", Map.of()));

        atNine();

        assertThat(subject("clerk")).isEqualTo("【七步】9月21日工作汇总：到期和超期 1 项，新任务 1 项，待认领 1 项");
        assertThat(text("clerk"))
                .contains(
                        "到期和超期（1 项），请优先办理：",
                        "- 核实议题已超期 1 个工作日 · 路灯不亮（HZ-AS-2026-0001，9月22日到期）",
                        "新任务（1 项）：",
                        "- 议题研究 · 路灯不亮（HZ-AS-2026-0001，9月22日到期）",
                        "尚无人认领（1 项），您可以认领办理：",
                        "- 确定参加方 · 路灯不亮")
                .containsPattern("https://qibu\\.example/staff/tasks/task-3/open\\?mail=[A-Za-z0-9_-]{16}\n");
        room.dispatcher.drain();
        assertThat(smtp.taken.get(0).header("X-Qibu-Mail")).isEqualTo("DIGEST");
        assertThat(smtp.taken.get(0).header("X-Qibu-Matter")).isNull();
    }

    @Test
    void whatWasDoneOrTakenMeanwhileIsNotInIt() {
        room.choices.keep("clerk", new MailChoice(Locale.CHINESE, NewTasks.DIGEST, true, 9, true));
        room.staff.tell(note(MailKind.TASK, "taken", "议题研究", Map.of()));
        room.staff.tell(note(MailKind.OVERDUE_L2, "taken", "核实议题", Map.of("workingDaysLate", 4)));
        room.staff.tell(note(MailKind.OVERDUE_L1, "done", "登记", Map.of()));
        room.work.taken.add("taken");
        room.work.done.add("done");

        atNine();

        assertThat(text("clerk")).contains("核实议题已超期 4 个工作日").doesNotContain("议题研究", "登记", "新任务");
    }

    @Test
    void whoeverHasNoAddressIsCalledInsteadAsColleaguesSee() {
        room.colleagues.addresses.put("clerk", "");
        room.choices.keep("clerk", new MailChoice(Locale.CHINESE, NewTasks.DIGEST, true, 9, true));
        room.staff.tell(note(MailKind.OVERDUE_L1, "task-1", "核实议题", Map.of("workingDaysLate", 1)));

        atNine();

        assertThat(room.calls.open(new Scope(Set.of(), Set.of("clerk"))))
                .extracting(PhoneCalls.Call::accountId, PhoneCalls.Call::kind)
                .containsExactly(tuple("clerk", MailKind.DIGEST));
        assertThat(room.calls.open(new Scope(Set.of("HZ-AS"), Set.of("head")))).isEmpty();
    }

    @Test
    void nothingToSayIsNoMail() {
        atNine();

        assertThat(digests()).isEmpty();
    }

    @Test
    void unclaimedWorkCanBeLeftOut() {
        room.choices.keep("clerk", new MailChoice(Locale.CHINESE, NewTasks.OFF, false, 9, false));
        room.work.unclaimed.add(note(MailKind.TASK, "task-3", "确定参加方", Map.of()));

        atNine();

        assertThat(digests()).containsExactly("head@qibu.example");
    }

    @Test
    void itGoesOnceADayWhateverRestartsAndNodes() {
        room.work.unclaimed.add(note(MailKind.TASK, "task-3", "确定参加方", Map.of()));
        room.clock.advance(Duration.ofMinutes(5));

        Stream.of(sweep, sweep(), sweep()).parallel().forEach(DigestSweep::runDue);
        assertThat(digests()).hasSize(2);

        room.clock.advance(Duration.ofHours(5));
        sweep.runDue();
        assertThat(digests()).hasSize(2);

        room.clock.advance(Duration.ofDays(1));
        sweep.runDue();
        assertThat(digests()).hasSize(4);
    }

    @Test
    void itWaitsForTheRecipientsHour() {
        room.choices.keep("clerk", new MailChoice(Locale.CHINESE, NewTasks.FITTING, false, 14, true));
        room.work.unclaimed.add(note(MailKind.TASK, "task-3", "确定参加方", Map.of()));

        atNine();
        assertThat(digests()).containsExactly("head@qibu.example");
        assertThat(sweep.nextDue()).contains(Instant.parse("2026-09-21T06:05:00Z"));

        room.clock.advance(Duration.ofHours(5));
        sweep.runDue();
        assertThat(digests()).hasSize(2);
    }

    @Test
    void aFreeDayBringsNone() {
        exceptions.put(MONDAY, false);
        room.work.unclaimed.add(note(MailKind.TASK, "task-3", "确定参加方", Map.of()));

        atNine();

        assertThat(digests()).isEmpty();
        assertThat(sweep.nextDue()).contains(Instant.parse("2026-09-22T01:05:00Z"));
    }

    @Test
    void whoeverIsAwayFindsTheirsWhenTheyAreBack() {
        room.staff.tell(note(MailKind.TASK, "task-2", "议题研究", Map.of()));
        room.colleagues.deputies.put("clerk", "head");
        atNine();
        assertThat(digests()).isEmpty();

        room.colleagues.deputies.clear();
        room.clock.advance(Duration.ofDays(1));
        sweep.runDue();
        assertThat(digests()).containsExactly("clerk@qibu.example");
    }

    @Test
    void aLongListEndsWithWhereTheRestIs() {
        IntStream.range(0, 23)
                .forEach(no -> room.work.unclaimed.add(note(MailKind.TASK, "t" + no, "任务" + no, Map.of())));

        atNine();

        assertThat(text("clerk")).contains("任务19 ", "另有 3 项").doesNotContain("任务20 ");
        assertThat(subject("clerk")).endsWith("待认领 23 项");
    }

    @Test
    void itSpeaksEnglishToWhoeverWantsIt() {
        room.choices.keep("clerk", new MailChoice(Locale.ENGLISH, NewTasks.FITTING, false, 9, true));
        room.work.unclaimed.add(note(MailKind.TASK, "task-3", "确定参加方", Map.of()));

        atNine();

        assertThat(subject("clerk")).isEqualTo("[Qibu] Your work on 21 Sep: 1 unclaimed");
        assertThat(text("clerk")).contains("- 确定参加方 · 路灯不亮 (HZ-AS-2026-0001, due 22 Sep)");
    }

    private void atNine() {
        sweep.runDue();
        assertThat(digests()).isEmpty();
        room.clock.advance(Duration.ofMinutes(5));
        sweep.runDue();
    }

    private DigestSweep sweep() {
        var calendars = mock(Calendars.class);
        when(calendars.today()).thenAnswer(asked -> new WorkingCalendar(exceptions));
        return new DigestSweep(room.colleagues, room.choices, room.daily, calendars, room.clock);
    }

    private static StaffNote note(MailKind kind, String task, String name, Map<String, Object> more) {
        var values = new HashMap<String, Object>(
                Map.of("taskName", name, "title", "路灯不亮", "due", Instant.parse("2026-09-22T10:00:00Z")));
        values.putAll(more);
        return new StaffNote("clerk", kind, task, "HZ-AS-2026-0001", "HZ-AS", task, values);
    }

    private List<String> digests() {
        return room.db
                .sql("select address from outbox_mail where kind = 'DIGEST' order by id")
                .query(String.class)
                .list();
    }

    private String subject(String account) {
        return room.db
                .sql("select subject from outbox_mail where address = ?")
                .param(account + "@qibu.example")
                .query(String.class)
                .single();
    }

    private String text(String account) {
        return room.db
                .sql("select text from outbox_mail where address = ?")
                .param(account + "@qibu.example")
                .query(String.class)
                .single();
    }
}
