package org.qibu.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.qibu.availability.DatabaseTrouble;
import org.qibu.deadlines.Deadlines;
import org.qibu.engine.FormRefused;
import org.qibu.engine.NotYourTask;
import org.qibu.engine.TaskUnavailable;
import org.qibu.matter.proposer.Act;
import org.qibu.matter.proposer.Acts;
import org.qibu.matter.proposer.NotNow;
import org.qibu.notices.NoObjection;
import org.qibu.voting.PaperBallot;
import org.qibu.voting.PollClosed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two people who change one matter in the same moment: one wins, the other is told so, and never does either run into a
 * deadlock, a broken engine or a half-done change. Each pair is let loose many times.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneWinnerTest extends ProcessTest {

    /** How often each pair meets; -Dpairs.rounds=100 lets them meet a hundred times. */
    private static final int ROUNDS = Integer.getInteger("pairs.rounds", 4);

    @Autowired
    private Acts acts;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private JdbcClient database;

    private ExecutorService people;
    private long deadlocksBefore;

    @BeforeAll
    void twoPeople() {
        people = Executors.newFixedThreadPool(2);
        deadlocksBefore = deadlocks();
    }

    @AfterAll
    void noDeadlockWasEverSeen() {
        people.shutdownNow();
        assertThat(deadlocks()).isEqualTo(deadlocksBefore);
    }

    private long deadlocks() {
        return database.sql("select sum(deadlocks) from pg_stat_database")
                .query(Long.class)
                .single();
    }

    /** What became of two: each is empty where it went through, else why not. */
    private record Both(Optional<Throwable> one, Optional<Throwable> other) {

        void atLeastOneWon() {
            assertThat(one.isEmpty() || other.isEmpty())
                    .as("one went through: %s, %s", one, other)
                    .isTrue();
        }

        void exactlyOneWon() {
            atLeastOneWon();
            assertThat(one.isPresent() || other.isPresent()).as("one was told").isTrue();
        }
    }

    private Both atOnce(Runnable one, Runnable other) throws Exception {
        var start = new CyclicBarrier(2);
        var first = people.submit(() -> run(start, one));
        var second = people.submit(() -> run(start, other));
        return new Both(result(first), result(second));
    }

    private static Throwable run(CyclicBarrier start, Runnable work) throws Exception {
        start.await(10, TimeUnit.SECONDS);
        try {
            work.run();
            return null;
        } catch (RuntimeException lost) {
            return lost;
        }
    }

    private static Optional<Throwable> result(Future<Throwable> person) throws Exception {
        var lost = Optional.ofNullable(person.get(60, TimeUnit.SECONDS));
        lost.ifPresent(thrown -> assertThat(isSaidPlainly(thrown))
                .as("a loser hears a sentence with 4xx, not %s", thrown)
                .isTrue());
        return lost;
    }

    /** All of these are answered with 4xx and a sentence; a timer that somebody else ended is none any more. */
    private static boolean isSaidPlainly(Throwable thrown) {
        return thrown instanceof TaskUnavailable
                || thrown instanceof NotNow
                || thrown instanceof NoObjection
                || thrown instanceof PollClosed
                || thrown instanceof NotYourTask
                || thrown instanceof FormRefused
                || thrown.getMessage().contains("No job found")
                || thrown.getMessage().startsWith("no timer_")
                || DatabaseTrouble.of(thrown)
                        .filter(DatabaseTrouble.RACE::equals)
                        .isPresent();
    }

    private Runnable submits(String account, Story story, String taskKey, Map<String, Object> values) {
        var task = story.task(taskKey).getId();
        return () -> as(account, () -> engine.getFormService().submitTaskForm(task, values));
    }

    private Runnable withdraws(Story story) {
        var receipt = story.matter().receipt();
        return () -> acts.make(Act.WITHDRAW, story.no(), receipt, "", null);
    }

    @Test
    void withdrawingAgainstCompletingEveryFirstTask() throws Exception {
        var tasks = new ArrayList<Function<Story, Runnable>>();
        tasks.add(story -> submits("clerk", story, "task_verifyIssue", Forms.verified()));
        tasks.add(story -> submits("clerk", story.verify(), "task_studyTopic", Forms.studied()));
        tasks.add(story -> submits("secretary", story.verify().study(), "task_fixAgenda", Forms.onAgenda()));
        for (var task : tasks) {
            for (int round = 0; round < ROUNDS; round++) {
                var story = raise();
                var completes = task.apply(story);
                var both = atOnce(completes, withdraws(story));
                both.atLeastOneWon();
                assertThat(story.matter().outcome()).isEqualTo(both.other().isEmpty() ? "WITHDRAWN" : null);
            }
        }
    }

    @Test
    void twoColleaguesSubmitTheSameTask() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var story = raise();
            atOnce(
                            submits("clerk", story, "task_verifyIssue", Forms.verified()),
                            submits("head", story, "task_verifyIssue", Forms.verified()))
                    .exactlyOneWon();
            story.waitsAt("task_studyTopic");
        }
    }

    @Test
    void claimingAgainstCompleting() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var story = raise();
            var task = story.task("task_verifyIssue").getId();
            atOnce(
                            submits("clerk", story, "task_verifyIssue", Forms.verified()),
                            () -> as("head", () -> engine.getTaskService().claim(task, "head")))
                    .exactlyOneWon();
        }
    }

    @Test
    void anObjectionAgainstTheEndOfItsNotice() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var story = raise().verify().study().by("secretary", "task_fixAgenda", Forms.onAgenda());
            var both =
                    atOnce(() -> objections.raise(story.no(), "邵蓉蓉", "挡住了通道。"), () -> story.fire("timer_noticeOver"));
            both.atLeastOneWon();
            assertThat(objections.of(story.no())).hasSize(both.one().isEmpty() ? 1 : 0);
        }
    }

    @Test
    void twoObjectionsAgainstTheAnswerToAnother() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var story = raise().verify()
                    .study()
                    .by("secretary", "task_fixAgenda", Forms.onAgenda())
                    .object();
            var answers = submits("clerk", story, "task_handleObjection", Forms.objectionHandled(false, null));
            var both = atOnce(answers, () -> objections.raise(story.no(), "陆建国", "太远了。"));
            assertThat(both.one()).isEmpty();
            assertThat(both.other()).isEmpty();
            assertThat(objections.of(story.no())).hasSize(2);
            story.waitsAt("task_handleObjection");
        }
    }

    @Test
    void takingBackAgainstCompletingWhatFollowed() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var story = raise().verify().study();
            var next = submits("secretary", story, "task_fixAgenda", Forms.onAgenda());
            atOnce(next, () -> corrections.takeBack(story.no(), "clerk", "", "填错了。"))
                    .exactlyOneWon();
        }
    }

    @Test
    void twoParallelTasksOfOneMatter() throws Exception {
        for (int round = 0; round < ROUNDS / 2; round++) {
            var story = decided().by("clerk", "task_plan", Forms.planned(2));
            var tasks = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(story.no())
                    .taskDefinitionKey("task_progress")
                    .list();
            var both = atOnce(
                    () -> as(
                            "property",
                            () -> engine.getFormService()
                                    .submitTaskForm(tasks.get(0).getId(), Forms.done())),
                    () -> as(
                            "property",
                            () -> engine.getFormService()
                                    .submitTaskForm(tasks.get(1).getId(), Forms.done())));
            assertThat(both.one()).isEmpty();
            assertThat(both.other()).isEmpty();
            story.waitsAt("task_acceptWork");
        }
    }

    @Test
    void ballotsAgainstTheTellerHandingIn() throws Exception {
        for (int round = 0; round < ROUNDS / 2; round++) {
            var story = agreed("RES_MAJOR")
                    .by("secretary", "task_partyStudy", Forms.partyStudied("SUBMIT"))
                    .by(
                            "clerk",
                            "task_prepareBallot",
                            Forms.with(
                                    Forms.ballot(
                                            electorate("RESIDENTS_REP_MEETING").id()),
                                    "method",
                                    "PAPER"))
                    .fire("timer_pollOpens")
                    .fire("timer_pollCloses");
            var roll = story.roll();
            story.ballots("teller", roll.subList(0, roll.size() - 1), "AGREE");
            var last = new PaperBallot(1, roll.get(roll.size() - 1), "AGREE", "", "");
            var both = atOnce(
                    submits("teller", story, "task_enterBallots", Map.of()),
                    () -> box.enter(story.poll().pollId(), List.of(last), "teller"));
            both.atLeastOneWon();
        }
    }

    @Test
    void countingAllDeadlinesAnewAgainstCompleting() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var story = raise();
            var both = atOnce(submits("clerk", story, "task_verifyIssue", Forms.verified()), deadlines::recompute);
            assertThat(both.one()).isEmpty();
            assertThat(both.other()).isEmpty();
        }
    }

    @Test
    void theSweepOfDeadlinesAgainstCompletingAndWithdrawing() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var story = raise();
            var both = atOnce(submits("clerk", story, "task_verifyIssue", Forms.verified()), deadlines::sweep);
            assertThat(both.one()).isEmpty();
            assertThat(both.other()).isEmpty();
            both = atOnce(withdraws(story), deadlines::sweep);
            assertThat(both.one()).isEmpty();
            assertThat(both.other()).isEmpty();
        }
    }

    @Test
    void twoMattersMergedIntoEachOther() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var one = raise();
            var other = raise();
            atOnce(
                            submits("clerk", one, "task_verifyIssue", mergedInto(other)),
                            submits("head", other, "task_verifyIssue", mergedInto(one)))
                    .atLeastOneWon();
        }
    }

    private static Map<String, Object> mergedInto(Story into) {
        return Forms.with(Forms.verified(), "duplicateOf", into.no());
    }
}
