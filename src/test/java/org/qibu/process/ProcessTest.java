package org.qibu.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.qibu.calendar.Calendars;
import org.qibu.community.Persons;
import org.qibu.engine.RowList;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.identity.ActingAs;
import org.qibu.engine.identity.SystemWork;
import org.qibu.engine.process.DecisionTables;
import org.qibu.engine.process.MatterMessages;
import org.qibu.engine.process.TaskDriver;
import org.qibu.engine.tasks.OpenTasks;
import org.qibu.mail.outbox.Mails;
import org.qibu.matter.Matters;
import org.qibu.matter.Parties;
import org.qibu.matter.Timeline;
import org.qibu.matter.action.PlannedActions;
import org.qibu.matter.file.MatterFiles;
import org.qibu.matter.form.Corrections;
import org.qibu.matter.form.Records;
import org.qibu.notices.objections.Objections;
import org.qibu.voting.ballots.BallotBox;
import org.qibu.voting.polls.Electorate;
import org.qibu.voting.polls.Electorates;
import org.qibu.voting.polls.FrozenRolls;
import org.qibu.voting.polls.Polls;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.util.FileSystemUtils;

/** One application for all process tests: everything real but time and sending; jobs run when a story says so. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.MOCK,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "qibu.demo=true",
            "qibu.demo.parked=false",
            "qibu.mail.sending=false",
            "qibu.data=target/process-tests-${test.fork:1}"
        })
@Import({ModelCoverage.class, Statements.class, QuickCommits.class})
public abstract class ProcessTest {

    private static final AtomicInteger PLACES = new AtomicInteger();

    static {
        deleteWhatAnEarlierRunLeft();
    }

    private Runnable afterwards;

    @Autowired
    public ProcessEngine engine;

    @Autowired
    public TaskDriver desk;

    @Autowired
    public MatterMessages messages;

    @Autowired
    public Matters matters;

    @Autowired
    public Timeline timeline;

    @Autowired
    public Mails mails;

    @Autowired
    public Objections objections;

    @Autowired
    public OpenTasks openTasks;

    @Autowired
    public Accounts accountBook;

    @Autowired
    public ActingAs acting;

    @Autowired
    public DecisionTables tables;

    @Autowired
    Electorates electorates;

    @Autowired
    Polls polls;

    @Autowired
    FrozenRolls rolls;

    @Autowired
    public BallotBox box;

    @Autowired
    public Records records;

    @Autowired
    public Parties parties;

    @Autowired
    public Persons persons;

    @Autowired
    ModelCoverage footprints;

    @Autowired
    List<RowList> rowLists;

    @Autowired
    public PlannedActions plannedActions;

    @Autowired
    public MatterFiles matterFiles;

    @Autowired
    Calendars calendars;

    @Autowired
    public Corrections corrections;

    private static void deleteWhatAnEarlierRunLeft() {
        try {
            FileSystemUtils.deleteRecursively(
                    Path.of("target", "process-tests-" + System.getProperty("test.fork", "1")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A story sees to everything itself; what it asks for over HTTP is asked by whoever logs in there. */
    @BeforeEach
    void workAsTheProduct() {
        afterwards = SystemWork.declareForThread();
    }

    @AfterEach
    void workAsNobody() {
        afterwards.run();
    }

    /** A matter just recorded by the clerk of HZ-AS, at a place where nothing was raised before. */
    public Story raise() {
        return raise(Map.of());
    }

    public Story raise(Map<String, Object> changes) {
        return raiseAs("clerk", "HZ-AS", changes);
    }

    public Story raiseAs(String account, String community, Map<String, Object> changes) {
        var issue = Forms.issue(community, "爱山新村 " + PLACES.incrementAndGet() + " 号点");
        issue.putAll(changes);
        return new Story(this, desk.start(account, issue));
    }

    /** A matter that was talked over and agreed on; the deciding body is next. */
    public Story agreed(String matterType) {
        return raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "matterType", matterType))
                .setAgenda()
                .agree();
    }

    /** A matter whose work can begin. */
    public Story decided() {
        return agreed("COM_AFFAIR").confirm();
    }

    /** A matter whose work was accepted. */
    public Story worked() {
        return decided().implement();
    }

    /** A matter whose result was published. */
    public Story published() {
        return worked().publish();
    }

    /** Put right twice, and still only fair. */
    public Story toBeInspected() {
        var story = published();
        for (int time = 1; time <= 2; time++) {
            story.review(Forms.evaluated("FULL", 70, 30))
                    .by("property", "task_rectify", Forms.rectified())
                    .acceptWork()
                    .publish();
        }
        return story.review(Forms.evaluated("FULL", 70, 30)).waitsAt("task_inspectMatter");
    }

    public Electorate electorate(String body) {
        return electorates.fitting("HZ-AS", body).get(0);
    }

    /** Everybody who can log in. */
    List<String> accounts() {
        return engine.getIdentityService().createUserQuery().list().stream()
                .map(User::getId)
                .toList();
    }

    public void as(String account, Runnable work) {
        as(account, () -> {
            work.run();
            return null;
        });
    }

    public <T> T as(String account, Supplier<T> work) {
        acting.enter(accountBook.find(account).orElseThrow());
        try {
            return work.get();
        } finally {
            acting.leave();
        }
    }

    /** Sends one file as a process administrator does from Modeler; the gate looks at it. */
    public void deployAsProcessAdmin(String file, String content) {
        var identity = engine.getIdentityService();
        identity.setAuthentication("modeler", List.of("process-admin"));
        try {
            engine.getRepositoryService()
                    .createDeployment()
                    .addInputStream(file, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))
                    .deploy();
        } finally {
            identity.clearAuthentication();
        }
    }
}
