package org.qibu.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibu.calendar.Calendars;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every task has its time, its weight and its row, whoever drew its model. */
class DeadlinesTest extends ProcessTest {

    @Autowired
    private Calendars calendars;

    @Autowired
    private JdbcClient database;

    @ParameterizedTest(name = "{0} {1} {2} {3}, meeting set: {4} → {5} {6} from {7}")
    @CsvSource({
        "issue-collection, task_verifyIssue, EMERGENCY, IN_DEPTH, false, 24, HOURS, TASK",
        "issue-collection, task_verifyIssue, URGENT, IN_DEPTH, false, 2, WORKING_DAYS, TASK",
        "issue-collection, task_verifyIssue, NORMAL, , false, 5, WORKING_DAYS, TASK",
        "issue-collection, task_askMore, NORMAL, IN_DEPTH, false, 5, WORKING_DAYS, TASK",
        "issue-collection, task_answerDirectly, PLANNED, IN_DEPTH, false, 48, HOURS, TASK",
        "issue-collection, task_recheckRefusal, NORMAL, IN_DEPTH, false, 5, WORKING_DAYS, TASK",
        "agenda-setting, task_studyTopic, EMERGENCY, IN_DEPTH, false, 1, DAYS, TASK",
        "agenda-setting, task_studyTopic, URGENT, IN_DEPTH, false, 2, WORKING_DAYS, TASK",
        "agenda-setting, task_studyTopic, NORMAL, IN_DEPTH, false, 5, WORKING_DAYS, TASK",
        "agenda-setting, task_nameParties, NORMAL, IN_DEPTH, false, 3, WORKING_DAYS, TASK",
        "agenda-setting, task_fixAgenda, PLANNED, IN_DEPTH, false, 10, WORKING_DAYS, TASK",
        "consultation, task_recordMeeting, EMERGENCY, IN_DEPTH, true, 2, WORKING_DAYS, MEETING",
        "consultation, task_recordMeeting, EMERGENCY, IN_DEPTH, false, 3, DAYS, TASK",
        "consultation, task_recordMeeting, URGENT, IN_DEPTH, false, 7, DAYS, TASK",
        "consultation, task_recordMeeting, PLANNED, IN_DEPTH, false, 10, DAYS, TASK",
        "consultation, task_settleInstantly, NORMAL, INSTANT, false, 48, HOURS, TASK",
        "consultation, task_mediate, NORMAL, IN_DEPTH, false, 10, DAYS, TASK",
        "consultation, task_confirmOpinion, NORMAL, IN_DEPTH, false, 3, WORKING_DAYS, TASK",
        "decision, task_enterBallots, EMERGENCY, IN_DEPTH, false, 2, WORKING_DAYS, TASK",
        "decision, task_certifyCount, NORMAL, IN_DEPTH, false, 1, WORKING_DAYS, TASK",
        "decision, task_prepareBallot, EMERGENCY, IN_DEPTH, false, 5, WORKING_DAYS, TASK",
        "implementation, task_plan, NORMAL, IN_DEPTH, false, 5, WORKING_DAYS, TASK",
        "implementation, task_progress, EMERGENCY, IN_DEPTH, false, 0, DAYS, ACTION",
        "implementation, task_rectify, EMERGENCY, IN_DEPTH, false, 7, DAYS, TASK",
        "implementation, task_rectify, NORMAL, IN_DEPTH, false, 15, DAYS, TASK",
        "feedback, task_draftFeedback, NORMAL, IN_DEPTH, false, 2, WORKING_DAYS, TASK",
        "feedback, task_checkNotice, NORMAL, IN_DEPTH, false, 1, WORKING_DAYS, TASK",
        "explain-rejection, task_explainRejection, NORMAL, IN_DEPTH, false, 3, WORKING_DAYS, TASK",
        "review, task_completeFile, NORMAL, IN_DEPTH, false, 15, DAYS, TASK",
        "review, task_evaluate, NORMAL, INSTANT, false, 5, WORKING_DAYS, TASK",
        "special-inspection, task_inspectMatter, NORMAL, IN_DEPTH, false, 15, DAYS, TASK",
        "drawn-tomorrow, task_anything, EMERGENCY, IN_DEPTH, false, 1, DAYS, TASK",
        "drawn-tomorrow, task_anything, URGENT, IN_DEPTH, false, 2, WORKING_DAYS, TASK",
        "drawn-tomorrow, task_anything, , , , 5, WORKING_DAYS, TASK"
    })
    void theTableGivesEveryTaskItsTime(
            String process,
            String task,
            String urgency,
            String track,
            Boolean meetingSet,
            int amount,
            String unit,
            String countedFrom) {
        var facts = new HashMap<String, Object>();
        facts.put("process", process);
        facts.put("task", task);
        facts.put("urgency", urgency);
        facts.put("track", track);
        facts.put("meetingSet", meetingSet);

        assertThat(tables.single("deadlines", facts))
                .containsEntry("unit", unit)
                .containsEntry("countedFrom", countedFrom)
                .extractingByKey("amount")
                .isEqualTo(amount);
    }

    @Test
    void aTaskIsDueAtCloseOfBusinessAndWeighsWhatItsMatterWeighs() {
        var story = raise();
        var verify = story.task("task_verifyIssue");

        assertThat(verify.getDueDate().toInstant()).isEqualTo(calendars.afterWorkingDays(5));
        assertThat(verify.getPriority()).isEqualTo(50);
        assertThat(row(verify.getId()))
                .containsEntry("matter_no", story.no())
                .containsEntry("community_code", "HZ-AS")
                .containsEntry("state", "OPEN")
                .containsEntry("urgency", "NORMAL")
                .containsEntry("task_name", "核实归并议题");
    }

    @Test
    void aDangerIsAnEmergencyBeforeAnybodyHasLookedAtIt() {
        var verify = raise(Map.of("safetyRisk", true)).task("task_verifyIssue");

        assertThat(verify.getDueDate().toInstant())
                .isEqualTo(verify.getCreateTime().toInstant().plus(Duration.ofHours(24)));
        assertThat(verify.getPriority()).isEqualTo(80);
    }

    @Test
    void aClaimChangesWhomTheDeadlineIsWithAndCompletingEndsIt() {
        var story = raise();
        var id = story.task("task_verifyIssue").getId();

        as("clerk", () -> engine.getTaskService().claim(id, "clerk"));
        assertThat(row(id)).containsEntry("assignee", "clerk");
        as("clerk", () -> engine.getTaskService().setAssignee(id, null));
        assertThat(row(id)).containsEntry("assignee", null);

        story.verify();
        assertThat(row(id)).containsEntry("state", "DONE");
    }

    @Test
    void aTaskThatEndsWithItsMatterIsNoLongerDue() {
        var story = raise();
        var id = story.task("task_verifyIssue").getId();

        story.send("deliberation.withdrawn");

        assertThat(row(id)).containsEntry("state", "DONE");
    }

    @Test
    void anActionIsDueWhenThePlanSaysSo() {
        var story = decided().plan();
        var due = plannedActions.current(story.no()).get(0).dueOn();

        assertThat(story.task("task_progress").getDueDate().toInstant()).isEqualTo(Calendars.dueOn(due));
    }

    @Test
    void theMinutesAreDueTwoWorkingDaysAfterTheMeeting() {
        var story = raise().verify().setAgenda();
        var meeting = records.latest(story.no(), "fix-agenda")
                .flatMap(agenda -> agenda.values().moment("meetingAt"))
                .orElseThrow();

        assertThat(story.task("task_recordMeeting").getDueDate().toInstant())
                .isEqualTo(calendars.afterWorkingDays(meeting, 2));
    }

    @Test
    void aTaskDrawnTomorrowHasItsTimeTooAndAMomentInTheModelWins() throws IOException {
        var deployment = deployDrawnTomorrow();
        var instance = engine.getRuntimeService().startProcessInstanceByKey("drawn-tomorrow");

        var unsaid = task(instance, "task_anything");
        assertThat(unsaid.getDueDate().toInstant()).isEqualTo(calendars.afterWorkingDays(5));
        assertThat(groups(unsaid.getId())).containsExactly("supervision");
        var said = task(instance, "task_withItsOwn");
        assertThat(said.getDueDate().toInstant()).isEqualTo(Instant.parse("2027-03-01T10:00:00Z"));
        assertThat(row(said.getId())).containsEntry("unit", null).containsEntry("task_name", "自带期限的任务");

        engine.getRepositoryService().deleteDeployment(deployment.getId(), true, true);
        assertThat(row(said.getId())).containsEntry("state", "DONE");
    }

    private Deployment deployDrawnTomorrow() throws IOException {
        var model = Bpmn.createExecutableProcess("drawn-tomorrow")
                .camundaHistoryTimeToLive(3650)
                .startEvent()
                .parallelGateway("fork")
                .userTask("task_anything")
                .camundaCandidateGroups("supervision")
                .camundaFormRef("report-done")
                .camundaFormRefBinding("deployment")
                .endEvent()
                .moveToNode("fork")
                .userTask("task_withItsOwn")
                .name("自带期限的任务")
                .camundaCandidateGroups("supervision")
                .camundaFormRef("report-done")
                .camundaFormRefBinding("deployment")
                .camundaDueDate("2027-03-01T18:00:00+08:00")
                .endEvent()
                .done();
        return engine.getRepositoryService()
                .createDeployment()
                .name("drawn-tomorrow")
                .addModelInstance("drawn-tomorrow.bpmn", model)
                .addString("report-done.form", Files.readString(Path.of("forms/5-implementation/report-done.form")))
                .deploy();
    }

    private Task task(ProcessInstance instance, String key) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(key)
                .singleResult();
    }

    @Test
    void aTaskOfAUnitIsWrittenDownWithTheAccountsItIsOfferedTo() {
        var progress = decided().plan().task("task_progress");

        assertThat(database.sql("select unnest(candidate_users) from deadline where task_id = ?")
                        .param(progress.getId())
                        .query(String.class)
                        .list())
                .containsExactly("property");
    }

    private List<String> groups(String taskId) {
        return database.sql("select unnest(candidate_groups) from deadline where task_id = ?")
                .param(taskId)
                .query(String.class)
                .list();
    }

    private Map<String, Object> row(String taskId) {
        return database.sql("select * from deadline where task_id = ?")
                .param(taskId)
                .query()
                .singleRow();
    }
}
