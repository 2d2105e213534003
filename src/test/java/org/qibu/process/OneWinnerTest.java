package org.qibu.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
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
import org.qibu.engine.models.VersionMoves;
import org.qibu.matter.Outcome;
import org.qibu.matter.access.NotNow;
import org.qibu.matter.proposer.Act;
import org.qibu.matter.proposer.Acts;
import org.qibu.notices.objections.NoObjection;
import org.qibu.voting.ballots.PaperBallot;
import org.qibu.voting.polls.PollClosed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * Two people who change one matter in the same moment: one wins, the other is told so, and never does either run into a
 * deadlock, a broken engine or a half-done change. Each pair is let loose many times.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneWinnerTest extends ProcessTest {

    /** How often each pair meets; -Dpairs.rounds=100 lets them meet a hundred times. */
    private static final int ROUNDS = Integer.getInteger("pairs.rounds", 4);

    private static final int CONFLICT = 409;

    @Autowired
    private Acts acts;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private JdbcClient database;

    @Autowired
    private VersionMoves moves;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private WebApplicationContext application;

    private MockMvc web;
    private ExecutorService people;
    private long deadlocksBefore;

    @BeforeAll
    void twoPeople() {
        people = Executors.newFixedThreadPool(2);
        web = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
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
                || thrown instanceof LostOverHttp lost && lost.status == CONFLICT
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

    /** What a program is answered that came second. */
    private static final class LostOverHttp extends RuntimeException {

        private final int status;

        LostOverHttp(int status, String said) {
            super(status + " " + said);
            this.status = status;
        }
    }

    private static void mustHaveWorked(int status, String said) {
        if (status >= 300) {
            throw new LostOverHttp(status, said);
        }
    }

    /** As {@link #submits}, but through the engine's REST interface, where only 409 says that somebody was first. */
    private Runnable sends(String account, Story story, String taskKey, Map<String, Object> values) {
        var path = "/task/" + story.task(taskKey).getId() + "/submit-form";
        var variables = new HashMap<String, Object>();
        values.forEach((key, value) -> variables.put(
                key,
                value instanceof List<?> ? Map.of("type", "Json", "value", written(value)) : Map.of("value", value)));
        return () -> {
            var answer = RestByHand.of(application)
                    .answer(account, account, "POST", path, written(Map.of("variables", variables)));
            mustHaveWorked(answer.getStatus(), said(answer));
        };
    }

    /** Asks our own interface for something about a matter. */
    private Runnable asks(String account, HttpMethod method, Story story, String what, Object sent) {
        var asked = request(method, "/api/matters/" + story.no() + "/" + what)
                .header(HttpHeaders.AUTHORIZATION, "Basic " + HttpHeaders.encodeBasicAuth(account, account, null))
                .contentType(MediaType.APPLICATION_JSON)
                .content(written(sent));
        return () -> {
            try {
                var answer = web.perform(asked).andReturn().getResponse();
                mustHaveWorked(answer.getStatus(), said(answer));
            } catch (RuntimeException lost) {
                throw lost;
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        };
    }

    private static String said(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
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
                assertThat(story.matter().outcome()).isEqualTo(both.other().isEmpty() ? Outcome.WITHDRAWN : null);
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

    @Test
    void movingToAnotherVersionAgainstCompleting() throws Exception {
        for (var file : List.of("bpmn/1-issue-collection/route-track.dmn", "bpmn/deliberation.bpmn")) {
            var process = file.endsWith("deliberation.bpmn") ? "deliberation" : "issue-collection";
            try {
                deployAgain(file, "<!-- before the first -->");
                for (int round = 0; round < ROUNDS; round++) {
                    var story = raise();
                    var before = newest(process);
                    deployAgain(file, "<!-- round " + round + " -->");
                    var after = newest(process);
                    assertThat(after).isGreaterThan(before);
                    var said = new AtomicReference<VersionMoves.Result>();
                    var both = atOnce(
                            sends("clerk", story, "task_verifyIssue", Forms.verified()),
                            () -> said.set(moves.move(process, before, after)));
                    assertThat(both.one()).as("whoever completes").isEmpty();
                    assertThat(both.other()).as("whoever moves").isEmpty();
                    story.waitsAt("task_studyTopic");
                    assertThat(said.get().left().values())
                            .as("one that is not there any more is told to have gone on")
                            .allMatch("刚刚有人办完这一步，它已不在旧版本上"::equals);
                    moves.move(process, before, after);
                    assertThat(moves.preview(process, before).orElseThrow().matters())
                            .isEmpty();
                    assertThat(openFaults(story)).isZero();
                    story.study().waitsAt("task_fixAgenda");
                }
            } finally {
                deployAgain(file, "");
            }
        }
    }

    private long openFaults(Story story) {
        return engine.getRuntimeService().createIncidentQuery().list().stream()
                .filter(incident -> engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceId(incident.getProcessInstanceId())
                                .processInstanceBusinessKey(story.no())
                                .count()
                        > 0)
                .count();
    }

    private void deployAgain(String file, String more) throws IOException {
        var path = Path.of(file);
        var content = (Files.readString(path) + more).getBytes(StandardCharsets.UTF_8);
        as("modeler", () -> {
            engine.getRepositoryService()
                    .createDeployment()
                    .name("once more")
                    .addInputStream(path.getFileName().toString(), new ByteArrayInputStream(content))
                    .deploy();
        });
    }

    private int newest(String process) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    @Test
    void handingTheWorkOverAgainstReportingItDone() throws Exception {
        for (int round = 0; round < ROUNDS / 2; round++) {
            var story = decided().plan();
            var both = atOnce(
                    sends("property", story, "task_progress", Forms.done()),
                    asks(
                            "subdistrict",
                            HttpMethod.POST,
                            story,
                            "lead-unit",
                            Map.of("leadUnit", "resident-units", "reason", "物业公司撤场。")));
            both.atLeastOneWon();
            assertThat(story.matter().leadUnit())
                    .isEqualTo(both.other().isEmpty() ? "resident-units" : "property-firm");
            story.waitsAt(both.one().isEmpty() ? "task_acceptWork" : "task_progress");
            if (both.one().isPresent()) {
                story.by("unit", "task_progress", Forms.done()).waitsAt("task_acceptWork");
            }
        }
    }

    @Test
    void sayingThePublicTitleAnewAgainstCompleting() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var story = raise();
            var anew = Map.of("publicTitle", "投放点挪位置（第 " + round + " 回）");
            var both = atOnce(
                    sends("clerk", story, "task_verifyIssue", Forms.verified()),
                    asks("head", HttpMethod.PUT, story, "public-title", anew));
            assertThat(both.one()).isEmpty();
            assertThat(both.other()).isEmpty();
            assertThat(story.matter().publicTitle())
                    .as("whoever came last")
                    .isIn(Forms.verified().get("publicTitle"), anew.get("publicTitle"));
            both = atOnce(
                    sends("clerk", story, "task_studyTopic", Forms.studied()),
                    asks("head", HttpMethod.PUT, story, "public-title", anew));
            assertThat(both.one()).isEmpty();
            assertThat(both.other()).isEmpty();
            assertThat(story.matter().publicTitle()).isEqualTo(anew.get("publicTitle"));
            story.waitsAt("task_nameParties");
        }
    }

    @Test
    void rowsSavedOnAPageAgainstSubmittingTheirTask() throws Exception {
        var studied = Forms.without(Forms.studied(), "optionsConsidered");
        for (int round = 0; round < ROUNDS; round++) {
            var story = raise().verify();
            asks(
                            "clerk",
                            HttpMethod.PUT,
                            story,
                            "rows/optionsConsidered",
                            List.of(Map.of("name", "先写的"), Map.of("name", "先想的")))
                    .run();
            var both = atOnce(
                    sends("clerk", story, "task_studyTopic", studied),
                    asks(
                            "head",
                            HttpMethod.PUT,
                            story,
                            "rows/optionsConsidered",
                            List.of(Map.of("name", "后写的"), Map.of("name", "后想的"))));
            assertThat(both.one()).as("the rows are there, old or new").isEmpty();
            var kept = records.latest(story.no(), "study-topic")
                    .orElseThrow()
                    .values()
                    .rows("optionsConsidered");
            assertThat(kept)
                    .extracting(row -> row.get("name"))
                    .first()
                    .isEqualTo(both.other().isEmpty() ? "后写的" : "先写的");
            assertThat(records.draftRows(story.no(), "optionsConsidered")).isEmpty();
            story.waitsAt("task_nameParties");
        }
    }

    private static Map<String, Object> mergedInto(Story into) {
        return Forms.with(Forms.verified(), "duplicateOf", into.no());
    }
}
