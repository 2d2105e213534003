package org.qibu.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.qibu.calendar.Calendars;
import org.qibu.engine.NotYourTask;
import org.qibu.engine.TaskUnavailable;
import org.qibu.engine.tasks.OpenTasks.OpenTask;
import org.qibu.mail.MailKind;
import org.qibu.mail.SentMail;
import org.qibu.matter.Matter;
import org.qibu.matter.Timeline;
import org.qibu.voting.ballots.PaperBallot;
import org.qibu.voting.polls.Poll;
import org.qibu.voting.polls.RightHolder;
import org.qibu.voting.polls.Tally;
import org.springframework.core.io.ByteArrayResource;

/** One matter, moved by hand through the models as the people of the demonstration would move it. */
public final class Story {

    private final ProcessTest test;
    private final String no;
    private Onlooker onlooker = Onlooker.NOBODY;

    public Story(ProcessTest test, String no) {
        this.test = test;
        this.no = no;
    }

    public String no() {
        return no;
    }

    /** Somebody who watches every form of a story being opened and sent. */
    interface Onlooker {

        Onlooker NOBODY = new Onlooker() {};

        /** Before the person fills in the form of a task. */
        default void opens(String account, Task task) {}

        /** After the form of a task was taken. */
        default void sent(Task task) {}
    }

    Story watchedBy(Onlooker onlooker) {
        this.onlooker = onlooker;
        return this;
    }

    public Story by(String account, String taskKey, Map<String, Object> values) {
        var task = task(taskKey);
        onlooker.opens(account, task);
        test.as(account, () -> test.engine.getFormService().submitTaskForm(task.getId(), values));
        onlooker.sent(task);
        return this;
    }

    /** Hands in a file of this kind on the matter's page. */
    public Story upload(String account, String kind) {
        var content = new ByteArrayResource("%PDF-1.7\n%%EOF".getBytes());
        try {
            var checked = test.matterFiles.check(kind + ".pdf", content);
            test.matterFiles.keep(test.matters.get(no), kind, checked, account);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public Story fire(String timer) {
        test.desk.fireTimer(no, timer);
        return this;
    }

    public Story send(String message) {
        assertThat(test.messages.send(message, no))
                .as("%s waits for %s", no, message)
                .isTrue();
        return this;
    }

    public Story object() {
        test.objections.raise(no, "邵蓉蓉", "新位置挡住了消防通道。");
        return this;
    }

    // The stretches between the turns a story is about.

    public Story verify() {
        return by("clerk", "task_verifyIssue", Forms.verified());
    }

    public Story study() {
        return by("clerk", "task_studyTopic", Forms.studied()).by("clerk", "task_nameParties", Forms.parties());
    }

    public Story setAgenda() {
        return study().by("secretary", "task_fixAgenda", Forms.onAgenda()).fire("timer_noticeOver");
    }

    public Story meet(Map<String, Object> minutes) {
        return by("facilitator", "task_recordMeeting", minutes);
    }

    public Story agree() {
        return meet(Forms.met(10)).confirmOpinion();
    }

    public Story confirmOpinion() {
        return by("rep", "task_confirmOpinion", Forms.confirmed(true));
    }

    public Story nextRound() {
        return fire("timer_roundGap");
    }

    public Story confirm() {
        return by("secretary", "task_confirmConsensus", Forms.decided(true));
    }

    public Story vote(long present, long agree) {
        return by("teller", "task_enterBallots", Forms.counted(present, agree))
                .by("scrutineer", "task_certifyCount", Forms.certified(true));
    }

    public Story poll(String electorate) {
        return by("clerk", "task_prepareBallot", Forms.ballot(electorate))
                .fire("timer_pollOpens")
                .fire("timer_pollCloses");
    }

    public Story ballots(String teller, List<String> holders, String choice) {
        test.box.enter(
                poll().pollId(),
                holders.stream()
                        .map(holder -> new PaperBallot(1, holder, choice, "", ""))
                        .toList(),
                teller);
        return this;
    }

    public Poll poll() {
        return test.polls.current(no).orElseThrow();
    }

    public List<String> roll() {
        return test.rolls.of(poll()).stream().map(RightHolder::no).toList();
    }

    public Tally tally() {
        return test.polls.latestCount(poll()).orElseThrow();
    }

    public Map<String, Object> record(String form) {
        return test.records.latest(no, form).orElseThrow().values().all();
    }

    public Story plan() {
        return by("clerk", "task_plan", Forms.planned());
    }

    public Story work() {
        return plan().by("property", "task_progress", Forms.done());
    }

    public Story implement() {
        return work().acceptWork();
    }

    public Story acceptWork() {
        return by("watcher", "task_acceptWork", Forms.accepted(true));
    }

    public Story draft() {
        return by("clerk", "task_draftFeedback", Forms.drafted())
                .by("secretary", "task_checkNotice", Forms.noticeChecked(true));
    }

    public Story publish() {
        return draft().fire("timer_noticeOver");
    }

    public Story visit(boolean relapse) {
        return fire("timer_surveyOver")
                .fire("timer_returnVisitDue")
                .by("watcher", "task_returnVisit", Forms.visited(relapse));
    }

    public Story evaluate(Map<String, Object> evaluation) {
        return by("supervisor", "task_evaluate", evaluation);
    }

    public Story review(Map<String, Object> evaluation) {
        return visit(false).evaluate(evaluation);
    }

    public Story explain() {
        return by("clerk", "task_explainRejection", Forms.explained());
    }

    // What a person would notice.

    public Matter matter() {
        return test.matters.get(no);
    }

    /** The open tasks by their key in the model, each as often as it is open. */
    public List<String> tasks() {
        return test.openTasks.of(no, "clerk").stream().map(OpenTask::key).toList();
    }

    public Task task(String taskKey) {
        return test
                .engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(no)
                .taskDefinitionKey(taskKey)
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no open " + taskKey + " in " + no + " but " + tasks()));
    }

    public List<String> timeline() {
        return test.timeline.of(no, Locale.CHINESE).stream()
                .map(Timeline.Entry::kind)
                .toList();
    }

    public List<SentMail> mails() {
        return test.mails.of(no);
    }

    public List<MailKind> mailsTo(String address) {
        return mails().stream()
                .filter(mail -> mail.address().equals(address))
                .map(SentMail::kind)
                .toList();
    }

    /** The values of the main process as they stand or last stood. */
    public Map<String, Object> values() {
        var history = test.engine.getHistoryService();
        var root = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(no)
                .processDefinitionKey("deliberation")
                .singleResult();
        var values = new LinkedHashMap<String, Object>();
        history.createHistoricVariableInstanceQuery()
                .processInstanceId(root.getId())
                .list()
                .forEach((HistoricVariableInstance value) -> values.put(value.getName(), value.getValue()));
        return values;
    }

    public Object value(String name) {
        return values().get(name);
    }

    /** How often the story went through an element of a model. */
    public long passed(String element) {
        return test
                .engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(no)
                .list()
                .stream()
                .mapToLong(instance -> test.engine
                        .getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .activityId(element)
                        .finished()
                        .count())
                .sum();
    }

    /** When a timer of the matter fires, as people in China write it. */
    public String due(String timer) {
        return test
                .engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(no)
                .list()
                .stream()
                .flatMap(instance -> test
                        .engine
                        .getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId(timer)
                        .list()
                        .stream())
                .map(job -> inChina(job.getDuedate().toInstant()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + timer + " waits in " + no));
    }

    /** 18:00 of the day so many days from today, or of the working day after it where that is a day of rest. */
    public String afterDays(int days) {
        return inChina(test.calendars.afterDays(Instant.now(), days));
    }

    /** 18:00 of the working day so many working days from today. */
    public String afterWorkingDays(int days) {
        return inChina(test.calendars.afterWorkingDays(days));
    }

    private static String inChina(Instant moment) {
        return moment.atZone(Calendars.CHINA).toOffsetDateTime().toString();
    }

    public Story waitsAt(String... taskKeys) {
        assertThat(tasks()).containsExactlyInAnyOrder(taskKeys);
        return this;
    }

    /** The matter is over with this outcome, nothing of it runs on, and whoever raised it was told so. */
    public Story endedAs(String outcome) {
        assertThat(matter().outcome()).hasToString(outcome);
        assertThat(test.engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(no)
                        .count())
                .as("instances of %s that still run", no)
                .isZero();
        assertThat(mails().stream().filter(mail -> mail.address().equals(Forms.EMAIL)))
                .as("mails to the proposer of %s", no)
                .last()
                .extracting(SentMail::kind)
                .isEqualTo(MailKind.STATUS);
        assertThat(timeline()).last().isEqualTo("ended");
        return this;
    }

    /**
     * Of all accounts of the demonstration exactly these may work on the task; one that sees the community is told that
     * it is not theirs, one of another community that there is no such task, and a candidate that a colleague has it.
     */
    public Story workableBy(String taskKey, String... candidates) {
        var task = task(taskKey).getId();
        var workable = test.accounts().stream()
                .filter(account -> test.openTasks.of(no, account).stream()
                        .anyMatch(open -> open.id().equals(task) && open.workable()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(workable).as("who may work on %s", taskKey).isEqualTo(new TreeSet<>(Set.of(candidates)));
        assertThat(catchThrowableOfType(NotYourTask.class, () -> submit("bureau", task)))
                .as("%s submitted by somebody else of the community", taskKey)
                .isNotNull();
        assertThat(catchThrowableOfType(TaskUnavailable.class, () -> submit("clerk-fy", task))
                        .status())
                .as("%s submitted from another community", taskKey)
                .isEqualTo(404);
        test.engine.getTaskService().setAssignee(task, "colleague");
        assertThat(catchThrowableOfType(TaskUnavailable.class, () -> submit(candidates[0], task))
                        .status())
                .as("%s submitted though a colleague has it", taskKey)
                .isEqualTo(409);
        test.engine.getTaskService().setAssignee(task, null);
        return this;
    }

    private void submit(String account, String task) {
        test.as(account, () -> test.engine.getFormService().submitTaskForm(task, Map.of()));
    }
}
