package org.qibu.deadlines.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibu.calendar.Calendars;
import org.qibu.calendar.MovableClock;
import org.qibu.deadlines.Deadlines;
import org.qibu.engine.NotYourTask;
import org.qibu.engine.process.EngineClock;
import org.qibu.mail.MailKind;
import org.qibu.mail.SentMail;
import org.qibu.matter.MatterCode;
import org.qibu.matter.Urgency;
import org.qibu.process.Forms;
import org.qibu.process.ProcessTest;
import org.qibu.process.Story;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ladder a late task climbs, with the clock moved as far as it takes. */
class EscalationTest extends ProcessTest {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private Calendars calendars;

    @Autowired
    private MovableClock clock;

    @Autowired
    private EngineClock engineClock;

    @Autowired
    private JdbcClient database;

    @Autowired
    private PlatformTransactionManager transactions;

    /** Tasks other tests left open would climb too. */
    @BeforeEach
    void nobodyElseIsLate() {
        database.sql("update deadline set state = 'DONE' where state = 'OPEN'").update();
    }

    @AfterEach
    void itIsTodayAgain() {
        move(Duration.ZERO);
    }

    @Test
    void eachRungIsClimbedOnceAndReachesItsPeople() {
        var story = raise();
        var task = story.task("task_verifyIssue");

        sweepAt(workingDay(task, -1).minusSeconds(600));
        assertThat(rungMails(story)).isEmpty();

        sweepAt(workingDay(task, -1));
        assertThat(rungMails(story)).containsExactlyInAnyOrder("REMIND_DUE clerk", "REMIND_DUE head");
        sweepAt(due(task).minusSeconds(600));
        assertThat(newMails(story, MailKind.OVERDUE_L1)).isEmpty();

        sweepAt(due(task));
        assertThat(newMails(story, MailKind.OVERDUE_L1)).containsExactlyInAnyOrder("clerk", "head");
        assertThat(story.task("task_verifyIssue").getPriority()).isEqualTo(70);

        sweepAt(workingDay(task, 3));
        assertThat(newMails(story, MailKind.OVERDUE_L2)).containsExactlyInAnyOrder("head", "secretary", "supervisor");
        assertThat(queries(story)).isEqualTo(1);
        assertThat(column(task, "red")).isEqualTo(false);

        sweepAt(workingDay(task, 7));
        assertThat(newMails(story, MailKind.OVERDUE_L3))
                .containsExactlyInAnyOrder("subdistrict", "secretary", "supervisor");
        assertThat(column(task, "red")).isEqualTo(true);

        sweepAt(workingDay(task, 15));
        assertThat(newMails(story, MailKind.OVERDUE_L4)).containsExactlyInAnyOrder("leader", "bureau");
        story.waitsAt("task_verifyIssue", "task_inspectMatter");
        assertThat(story.timeline())
                .contains("overdue.OVERDUE_L2", "overdue.OVERDUE_L3", "overdue.OVERDUE_L4", "overdue.inspection");

        sweepAt(workingDay(task, 40));
        assertThat(rungs(task)).hasSize(5);
        assertThat(story.task("task_verifyIssue").getPriority()).isEqualTo(70);
        assertThat(queries(story))
                .as("one for the task, one for its inspection")
                .isEqualTo(2);
    }

    @Test
    void theSubjectSaysWhatIsLateAndSinceWhenAndNamesNobody() {
        var story = raise(Map.of("title", "沈巧云家门口的路灯坏了"));
        var task = story.task("task_verifyIssue");
        as("clerk", () -> engine.getTaskService().claim(task.getId(), "clerk"));

        sweepAt(workingDay(task, 3));

        var mail = database.sql(
                        "select subject, text from outbox_mail where matter_no = ? and kind = 'OVERDUE_L2' limit 1")
                .param(story.no())
                .query()
                .singleRow();
        assertThat((String) mail.get("subject"))
                .contains("核实归并议题", "3", story.no())
                .doesNotContain("沈巧云");
        assertThat((String) mail.get("text"))
                .contains("林晓燕", "监督询问")
                .doesNotContain("沈巧云")
                .doesNotContain(Forms.EMAIL);
    }

    @Test
    void anInspectionStartedByTheLadderEndsBesideTheMatter() {
        var story = raise();
        var task = story.task("task_verifyIssue");
        sweepAt(workingDay(task, 15));

        story.by("inspector", "task_inspectMatter", Forms.inspected("REOPEN_IMPLEMENTATION"))
                .waitsAt("task_verifyIssue");
        assertThat(story.timeline())
                .contains("overdue.inspected.REOPEN_IMPLEMENTATION")
                .doesNotContain("inspected.REOPEN_IMPLEMENTATION");
    }

    @Test
    void afterALongDowntimeOnlyTheHighestRungGoesOut() {
        var story = raise();
        var task = story.task("task_verifyIssue");

        sweepAt(workingDay(task, 8));

        assertThat(rungMails(story)).allMatch(mail -> mail.startsWith("OVERDUE_L3 "));
        assertThat(rungs(task))
                .containsExactlyInAnyOrder(
                        "OVERDUE_L1 skipped", "OVERDUE_L2 skipped", "OVERDUE_L3", "REMIND_DUE skipped");
        assertThat(story.task("task_verifyIssue").getPriority()).isEqualTo(70);
        assertThat(queries(story)).isEqualTo(1);
    }

    @Test
    void whoeverClaimsItMeanwhileIsTheOneWhoIsTold() {
        var story = raise();
        var task = story.task("task_verifyIssue");
        sweepAt(workingDay(task, -1));
        as("clerk", () -> engine.getTaskService().claim(task.getId(), "clerk"));

        sweepAt(due(task));

        assertThat(mailsTo(story, "clerk")).containsExactly(MailKind.REMIND_DUE, MailKind.OVERDUE_L1);
        assertThat(told(task, "OVERDUE_L1")).containsExactly("clerk", "head");
    }

    @Test
    void onceDoneNobodyIsTold() {
        var story = raise();
        var task = story.task("task_verifyIssue");
        sweepAt(due(task));
        story.verify();
        var told = rungMails(story).size();

        sweepAt(workingDay(task, 3));

        assertThat(rungs(task)).doesNotContain("OVERDUE_L2");
        assertThat(rungMails(story)).hasSize(told);
    }

    @Test
    void aGrantedDelayStartsAtTheFootOfTheLadder() {
        var story = decided().plan();
        var first = story.task("task_progress");
        sweepAt(workingDay(first, 3));
        assertThat(rungs(first)).contains("OVERDUE_L2");
        move(Duration.ZERO);

        story.by("property", "task_progress", Forms.delayed(25))
                .by("secretary", "task_approveDelay", Forms.granted(25));

        var again = story.task("task_progress");
        assertThat(due(again))
                .isEqualTo(Calendars.dueOn(
                        plannedActions.current(story.no()).get(0).dueOn()))
                .isAfter(due(first));
        sweepAt(due(first).plusSeconds(60));
        assertThat(rungs(again)).isEmpty();
        assertThat(again.getPriority()).isEqualTo(50);
        sweepAt(firstLate(again));
        assertThat(rungs(again)).contains("OVERDUE_L1");
    }

    @Test
    void aRefusedDelayTellsNobodyTheSameTwice() {
        var story = decided().plan();
        var first = story.task("task_progress");
        sweepAt(workingDay(first, 3));
        var told = rungMails(story);
        assertThat(told).contains("OVERDUE_L2 head");

        var later = Calendars.dayOf(due(first)).plusDays(14);
        story.by("property", "task_progress", Forms.values("progress", 40, "newDue", "" + later, "reason", "连续下雨。"))
                .by("secretary", "task_approveDelay", Forms.values("approved", false, "reason", "不能再拖。"));

        var again = story.task("task_progress");
        assertThat(due(again)).isEqualTo(due(first));
        assertThat(again.getPriority()).isEqualTo(70);
        assertThat(column(again, "level")).isEqualTo(2);
        sweepAt(workingDay(first, 3).plusSeconds(60));
        assertThat(rungMails(story)).isEqualTo(told);
        assertThat(queries(story)).isEqualTo(1);

        sweepAt(workingDay(first, 7));
        assertThat(newMails(story, MailKind.OVERDUE_L3))
                .containsExactlyInAnyOrder("subdistrict", "secretary", "supervisor");
        assertThat(column(again, "red")).isEqualTo(true);
    }

    @Test
    void afterADowntimeOneMailListsWhatIsLate() {
        var stories = IntStream.range(0, 6).mapToObj(i -> raise()).toList();
        var tasks =
                stories.stream().map(story -> story.task("task_verifyIssue")).toList();
        as("clerk", () -> engine.getTaskService().claim(tasks.get(0).getId(), "clerk"));

        sweepAt(workingDay(tasks.get(5), 4));

        var lists = ladderLists(stories.get(0));
        assertThat(lists)
                .extracting(EscalationTest::account)
                .containsExactlyInAnyOrder("head", "secretary", "supervisor");
        for (int i = 0; i < stories.size(); i++) {
            assertThat(rungs(tasks.get(i))).contains("OVERDUE_L2", "OVERDUE_L1 skipped");
            assertThat(ladderLists(stories.get(i))).isEqualTo(lists);
            assertThat(rungMails(stories.get(i))).isEmpty();
            assertThat(queries(stories.get(i))).isEqualTo(1);
        }
        var text = database.sql("select text from outbox_mail where id = ?")
                .param(lists.get(0).id())
                .query(String.class)
                .single();
        assertThat(text)
                .contains(stories.stream().map(Story::no).toList())
                .contains("6 项", "【超期催办】核实归并议题", "监督询问", "林晓燕");
    }

    private static List<SentMail> ladderLists(Story story) {
        return story.mails().stream()
                .filter(mail -> mail.kind() == MailKind.LATE_LIST)
                .toList();
    }

    @Test
    void aFirmThatLetsItsWorkLieIsSummoned() {
        var story = decided().plan();
        var task = story.task("task_progress");

        sweepAt(workingDay(task, 15));

        assertThat(story.timeline()).contains("overdue.summons");
    }

    @Test
    void anEmergencyClimbsByTheCalendarAndIsNotReminded() {
        var story = raise(Map.of("safetyRisk", true));
        var task = story.task("task_verifyIssue");
        var dueDay = Calendars.dayOf(due(task));

        sweepAt(due(task).minusSeconds(600));
        assertThat(rungMails(story)).isEmpty();
        sweepAt(due(task));
        assertThat(rungs(task)).containsExactly("OVERDUE_L1");
        sweepAt(morning(dueDay.plusDays(1)));
        assertThat(rungs(task)).contains("OVERDUE_L2");
        sweepAt(morning(dueDay.plusDays(3)));
        assertThat(rungs(task)).contains("OVERDUE_L3");
        sweepAt(morning(dueDay.plusDays(7)));
        assertThat(rungs(task)).contains("OVERDUE_L4").hasSize(4);
        assertThat(story.task("task_verifyIssue").getPriority()).isEqualTo(100);
    }

    @Test
    void theClockOfASuspendedMatterStandsStill() {
        var story = raise();
        var task = story.task("task_verifyIssue");
        var instance = task.getProcessInstanceId();
        engine.getRuntimeService().suspendProcessInstanceById(instance);
        deadlines.sweep();

        sweepAt(workingDay(task, 7));
        assertThat(rungMails(story)).isEmpty();

        engine.getRuntimeService().activateProcessInstanceById(instance);
        deadlines.sweep();
        var later = due(story.task("task_verifyIssue"));
        assertThat(later).isAfter(clock.instant());
        assertThat(rungs(task)).isEmpty();
        sweepAt(later);
        assertThat(rungs(task)).contains("OVERDUE_L1");
    }

    @Test
    void aMatterFoundMoreUrgentIsDueSooner() {
        var story = raise();
        var task = story.task("task_verifyIssue");

        matters.setPriority(
                story.no(), MatterCode.of(Urgency.URGENT), story.matter().level());
        deadlines.sweep();

        var sooner = story.task("task_verifyIssue");
        assertThat(due(sooner))
                .isEqualTo(calendars.afterWorkingDays(task.getCreateTime().toInstant(), 2));
        assertThat(sooner.getPriority()).isEqualTo(60);
    }

    @Test
    void aNewHolidayMovesWhatIsDueOnItAndSaysWhatMoved() {
        var task = raise().task("task_verifyIssue");
        var day = Calendars.dayOf(due(task));
        var next = calendars.today().afterWorkingDays(day, 1);
        database.sql("insert into calendar_day (day, working, name) values (?, false, '临时放假')")
                .param(day)
                .update();
        try {
            assertThat(deadlines.recompute())
                    .filteredOn(moved -> moved.taskId().equals(task.getId()))
                    .singleElement()
                    .satisfies(moved -> {
                        assertThat(moved.from()).isEqualTo(Calendars.dueOn(day));
                        assertThat(moved.to()).isEqualTo(Calendars.dueOn(next));
                    });
            assertThat(engine.getTaskService()
                            .createTaskQuery()
                            .taskId(task.getId())
                            .singleResult()
                            .getDueDate()
                            .toInstant())
                    .isEqualTo(Calendars.dueOn(next));
            assertThat(deadlines.recompute()).isEmpty();
        } finally {
            database.sql("delete from calendar_day where day = ?").param(day).update();
        }
        assertThat(deadlines.recompute()).hasSize(1);
    }

    @Test
    void countingAnewWaitsForWhoeverIsCompletingATaskAndHindersNobody() throws Exception {
        var story = raise();
        var task = story.task("task_verifyIssue");
        var other = raise().task("task_verifyIssue");
        var day = Calendars.dayOf(due(task));
        database.sql("insert into calendar_day (day, working, name) values (?, false, '临时放假')")
                .param(day)
                .update();
        var administrator = Executors.newSingleThreadExecutor();
        try {
            var moved = new TransactionTemplate(transactions).execute(status -> {
                database.sql("select matter_no from matter where matter_no = ? for no key update")
                        .param(story.no())
                        .query(String.class)
                        .single();
                var counting = administrator.submit(deadlines::recompute);
                await().until(() -> database.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                                .query(Integer.class)
                                .single()
                        == 1);
                story.verify();
                return counting;
            });
            assertThat(moved.get())
                    .extracting(Deadlines.Moved::taskId)
                    .contains(other.getId())
                    .doesNotContain(task.getId());
        } finally {
            administrator.shutdownNow();
            database.sql("delete from calendar_day where day = ?").param(day).update();
        }
        assertThat(deadlines.recompute()).extracting(Deadlines.Moved::taskId).contains(other.getId());
    }

    @Test
    void twoNodesTellEachRungOnce() throws Exception {
        var stories = IntStream.range(0, 6).mapToObj(i -> raise()).toList();
        var tasks =
                stories.stream().map(story -> story.task("task_verifyIssue")).toList();
        var last = tasks.stream().map(this::due).max(Instant::compareTo).orElseThrow();
        move(Duration.between(machine(), last.plusSeconds(1)));
        Callable<Integer> node = deadlines::sweep;

        var nodes = Executors.newFixedThreadPool(3);
        try {
            for (var turn : nodes.invokeAll(List.of(node, node, node))) {
                turn.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        deadlines.sweep();

        for (int i = 0; i < stories.size(); i++) {
            assertThat(rungs(tasks.get(i))).contains("OVERDUE_L1");
            assertThat(tellings(tasks.get(i), MailKind.OVERDUE_L1)).containsExactlyInAnyOrder("clerk", "head");
            assertThat(stories.get(i).task("task_verifyIssue").getPriority()).isEqualTo(70);
        }
    }

    @Test
    void aSweepThatDiesBeforeItsCommitLeavesNothingHalfDone() {
        var story = raise();
        var task = story.task("task_verifyIssue");
        move(Duration.between(machine(), due(task)));

        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    deadlines.sweep();
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(rungs(task)).isEmpty();
        assertThat(rungMails(story)).isEmpty();
        assertThat(story.task("task_verifyIssue").getPriority()).isEqualTo(50);

        deadlines.sweep();
        deadlines.sweep();
        assertThat(newMails(story, MailKind.OVERDUE_L1)).containsExactlyInAnyOrder("clerk", "head");
    }

    @Test
    void aTaskNobodyWroteDownIsFoundByTheSweep() {
        var task = raise().task("task_verifyIssue");
        database.sql("delete from deadline where task_id = ?")
                .param(task.getId())
                .update();

        deadlines.sweep();

        assertThat(column(task, "due_at")).isEqualTo(Timestamp.from(due(task)));
    }

    @Test
    void nobodyGivesThemselvesMoreTime() {
        var task = raise().task("task_verifyIssue");
        as("clerk", () -> engine.getTaskService().claim(task.getId(), "clerk"));

        assertThatThrownBy(() -> as("clerk", () -> {
                    var mine = engine.getTaskService()
                            .createTaskQuery()
                            .taskId(task.getId())
                            .singleResult();
                    mine.setDueDate(Timestamp.from(due(task).plus(Duration.ofDays(30))));
                    engine.getTaskService().saveTask(mine);
                }))
                .isInstanceOf(NotYourTask.class)
                .hasMessageContaining("申请延期");
    }

    private void sweepAt(Instant moment) {
        move(Duration.between(machine(), moment));
        deadlines.sweep();
        deadlines.sweep();
    }

    private Instant machine() {
        return clock.instant().minus(clock.ahead());
    }

    private void move(Duration ahead) {
        clock.runAhead(ahead);
        engineClock.runAhead(ahead);
    }

    private Instant due(Task task) {
        return task.getDueDate().toInstant();
    }

    /** Nine o'clock so many working days after the due day. */
    private Instant workingDay(Task task, int days) {
        var calendar = calendars.today();
        var dueDay = Calendars.dayOf(due(task));
        return morning(
                days < 0
                        ? calendar.beforeWorkingDays(dueDay, -days)
                        : calendar.afterWorkingDays(calendar.nextWorkingDay(dueDay), days));
    }

    /** When a task first counts as late: at its due moment, or in the morning of the working day that follows a day of rest. */
    private Instant firstLate(Task task) {
        var morning = workingDay(task, 0);
        return morning.isAfter(due(task)) ? morning : due(task);
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(MORNING).atZone(Calendars.CHINA).toInstant();
    }

    /** Mails of the ladder about a matter as "KIND account". */
    private List<String> rungMails(Story story) {
        return ladder(story).map(mail -> mail.kind() + " " + account(mail)).toList();
    }

    private List<String> newMails(Story story, MailKind kind) {
        return ladder(story)
                .filter(mail -> mail.kind() == kind)
                .map(EscalationTest::account)
                .toList();
    }

    /** Who is told of a rung of a task, once for each mail that says so, alone or in a list. */
    private List<String> tellings(Task task, MailKind kind) {
        return database.sql("""
                        select s.account_id from staff_mail s join outbox_mail using (dedup_key, address)
                        where s.task_id = :task and s.kind = :kind
                        union all
                        select s.account_id from staff_mail_line l join staff_mail s using (token)
                          join outbox_mail using (dedup_key, address)
                        where l.task_id = :task and l.kind = :kind""")
                .param("task", task.getId())
                .param("kind", kind.name())
                .query(String.class)
                .list();
    }

    private List<MailKind> mailsTo(Story story, String account) {
        var kinds = new ArrayList<MailKind>();
        ladder(story)
                .filter(mail -> account(mail).equals(account))
                .map(SentMail::kind)
                .forEach(kinds::add);
        return kinds.stream().sorted().toList();
    }

    private static Stream<SentMail> ladder(Story story) {
        return story.mails().stream()
                .filter(mail ->
                        mail.kind() == MailKind.REMIND_DUE || mail.kind().name().startsWith("OVERDUE"));
    }

    private static String account(SentMail mail) {
        return mail.address().replace("@qibu.example", "");
    }

    private List<String> rungs(Task task) {
        return database.sql(
                        "select rung || case when skipped then ' skipped' else '' end from deadline_rung where task_id = ?")
                .param(task.getId())
                .query(String.class)
                .list();
    }

    private List<String> told(Task task, String rung) {
        return database.sql("select unnest(told) from deadline_rung where task_id = ? and rung = ?")
                .params(task.getId(), rung)
                .query(String.class)
                .list();
    }

    private int queries(Story story) {
        return database.sql("select count(*) from supervision_query where matter_no = ?")
                .param(story.no())
                .query(Integer.class)
                .single();
    }

    private Object column(Task task, String name) {
        return database.sql("select * from deadline where task_id = ?")
                .param(task.getId())
                .query()
                .singleRow()
                .get(name);
    }
}
