package org.qibu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.qibu.calendar.Calendars;
import org.qibu.process.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every task has its time, its weight and its row, whoever drew its model. */
class DeadlinesTest extends ProcessTest {

    @Autowired
    private Calendars calendars;

    @Autowired
    private JdbcClient database;

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
