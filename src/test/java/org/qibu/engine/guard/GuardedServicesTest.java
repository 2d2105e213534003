package org.qibu.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.history.HistoricDetailQuery;
import org.camunda.bpm.engine.history.HistoricFormField;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.qibu.engine.FormRefused;
import org.qibu.engine.NotYourTask;
import org.qibu.engine.TaskUnavailable;
import org.qibu.engine.models.ModelDeployer;
import org.qibu.process.Forms;
import org.qibu.process.ProcessTest;
import org.qibu.process.Story;
import org.springframework.beans.factory.annotation.Autowired;

/** Values come in with forms only, work is done by candidates only, models pass the gate: whichever door is tried. */
class GuardedServicesTest extends ProcessTest {

    private static final String HOSTILE = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="qibu">
              <process id="hostile" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="start_x"/>
                <sequenceFlow id="flow_x" sourceRef="start_x" targetRef="service_x"/>
                <serviceTask id="service_x" name="x" camunda:class="java.lang.Runtime"/>
              </process>
            </definitions>""";

    @Autowired
    private ModelDeployer deployer;

    /** Something a logged-in person tries on a task, and what it is about. */
    private interface Attempt {
        void on(GuardedServicesTest test, String task, String instance);
    }

    static Stream<Arguments> valuesThroughOtherDoors() {
        return Stream.of(
                attempt(
                        "complete with a key no form knows",
                        (test, task, instance) -> test.engine
                                .getTaskService()
                                .complete(task, Forms.with(Forms.verified(), "sneaked", "x"))),
                attempt(
                        "submit the form with a key it does not know",
                        (test, task, instance) -> test.engine
                                .getFormService()
                                .submitTaskForm(task, Forms.with(Forms.verified(), "collectionResult", "ACCEPT"))),
                attempt(
                        "complete without the required values",
                        (test, task, instance) -> test.engine.getTaskService().complete(task)),
                attempt(
                        "set a variable of the task",
                        (test, task, instance) -> test.engine.getTaskService().setVariable(task, "track", "INSTANT")),
                attempt(
                        "set variables of the task",
                        (test, task, instance) ->
                                test.engine.getTaskService().setVariables(task, Map.of("track", "INSTANT"))),
                attempt(
                        "set a local variable of the task",
                        (test, task, instance) ->
                                test.engine.getTaskService().setVariableLocal(task, "track", "INSTANT")),
                attempt(
                        "set a variable of the process",
                        (test, task, instance) ->
                                test.engine.getRuntimeService().setVariable(instance, "track", "INSTANT")),
                attempt(
                        "set variables of the process",
                        (test, task, instance) ->
                                test.engine.getRuntimeService().setVariables(instance, Map.of("track", "INSTANT"))),
                attempt(
                        "set a local variable of the process",
                        (test, task, instance) ->
                                test.engine.getRuntimeService().setVariableLocal(instance, "track", "INSTANT")),
                attempt(
                        "correlate a message",
                        (test, task, instance) -> test.engine
                                .getRuntimeService()
                                .createMessageCorrelation("deliberation.withdrawn")
                                .processInstanceId(instance)
                                .correlate()),
                attempt(
                        "signal an execution",
                        (test, task, instance) ->
                                test.engine.getRuntimeService().signal(instance)),
                attempt(
                        "start a matter without its form",
                        (test, task, instance) ->
                                test.engine.getRuntimeService().startProcessInstanceByKey("deliberation")),
                attempt(
                        "start a step alone",
                        (test, task, instance) -> test.engine
                                .getRuntimeService()
                                .createProcessInstanceByKey("decision")
                                .execute()));
    }

    static Stream<Arguments> workThroughOtherDoors() {
        return Stream.of(
                attempt(
                        "resolve",
                        (test, task, instance) -> test.engine.getTaskService().resolveTask(task, Forms.verified())),
                attempt(
                        "delegate",
                        (test, task, instance) -> test.engine.getTaskService().delegateTask(task, "head")),
                attempt(
                        "end with an error",
                        (test, task, instance) -> test.engine.getTaskService().handleBpmnError(task, "x")),
                attempt(
                        "escalate",
                        (test, task, instance) -> test.engine.getTaskService().handleEscalation(task, "x")),
                attempt(
                        "claim for somebody else",
                        (test, task, instance) -> test.engine.getTaskService().claim(task, "head")),
                attempt(
                        "assign to somebody who is no candidate",
                        (test, task, instance) -> test.engine.getTaskService().setAssignee(task, "property")));
    }

    static Stream<Arguments> whatOnlyAdministratorsMay() {
        return Stream.of(
                attempt("save the task with another assignee", (test, task, instance) -> {
                    var changed = test.engine
                            .getTaskService()
                            .createTaskQuery()
                            .taskId(task)
                            .singleResult();
                    changed.setAssignee("bureau");
                    test.engine.getTaskService().saveTask(changed);
                }),
                attempt(
                        "make somebody a candidate",
                        (test, task, instance) -> test.engine.getTaskService().addCandidateUser(task, "bureau")),
                attempt(
                        "make a group candidates",
                        (test, task, instance) ->
                                test.engine.getTaskService().addCandidateGroup(task, "civil-affairs")),
                attempt(
                        "take a variable of the task away",
                        (test, task, instance) -> test.engine.getTaskService().removeVariable(task, "track")),
                attempt(
                        "take a variable of the process away",
                        (test, task, instance) ->
                                test.engine.getRuntimeService().removeVariable(instance, "track")),
                attempt(
                        "delete the process",
                        (test, task, instance) ->
                                test.engine.getRuntimeService().deleteProcessInstance(instance, "x")),
                attempt(
                        "halt the process",
                        (test, task, instance) ->
                                test.engine.getRuntimeService().suspendProcessInstanceById(instance)),
                attempt(
                        "move the process on",
                        (test, task, instance) -> test.engine
                                .getRuntimeService()
                                .createProcessInstanceModification(instance)
                                .startBeforeActivity("end_accepted")
                                .execute()));
    }

    private static Arguments attempt(String name, Attempt attempt) {
        return Arguments.of(name, attempt);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("valuesThroughOtherDoors")
    void valuesAreRefusedThroughEveryOtherDoor(String name, Attempt attempt) {
        assertRefused(attempt, FormRefused.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workThroughOtherDoors")
    void workIsRefusedThroughEveryOtherDoor(String name, Attempt attempt) {
        assertRefused(attempt, NotYourTask.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatOnlyAdministratorsMay")
    void whatOnlyAdministratorsMayIsRefused(String name, Attempt attempt) {
        assertRefused(attempt, AuthorizationException.class);
    }

    private void assertRefused(Attempt attempt, Class<? extends Throwable> refusal) {
        var story = raise();
        var task = story.task("task_verifyIssue");
        assertThatThrownBy(() -> as("clerk", () -> attempt.on(this, task.getId(), task.getProcessInstanceId())))
                .isInstanceOf(refusal);
        assertThat(story.waitsAt("task_verifyIssue").value("track")).isEqualTo("IN_DEPTH");
        assertThat(story.task("task_verifyIssue").getAssignee()).isNull();
        assertThat(story.timeline()).doesNotContain("done");
    }

    @Test
    void aTaskIsNotAssignedToSomebodyOfAnotherCommunity() {
        var task = raise().task("task_verifyIssue").getId();
        assertThatThrownBy(() -> as("clerk", () -> engine.getTaskService().setAssignee(task, "clerk-fy")))
                .isInstanceOfSatisfying(
                        TaskUnavailable.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(404));
        assertThat(taskAssignee(task)).isNull();
    }

    @Test
    void whoeverHoldsATaskMayGiveItBack() {
        var task = raise().task("task_verifyIssue").getId();
        as("clerk", () -> engine.getTaskService().claim(task, "clerk"));
        assertThat(taskAssignee(task)).isEqualTo("clerk");
        assertThatThrownBy(() -> as("bureau", () -> engine.getTaskService().setAssignee(task, null)))
                .isInstanceOf(AuthorizationException.class);
        as("clerk", () -> engine.getTaskService().setAssignee(task, null));
        assertThat(taskAssignee(task)).isNull();
    }

    private String taskAssignee(String task) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskId(task)
                .singleResult()
                .getAssignee();
    }

    @Test
    void completingAnUnclaimedTaskClaimsIt() {
        var story = raise();
        var task = story.task("task_verifyIssue").getId();
        story.verify();
        assertThat(engine.getHistoryService()
                        .createHistoricTaskInstanceQuery()
                        .taskId(task)
                        .singleResult()
                        .getAssignee())
                .isEqualTo("clerk");
    }

    @Test
    void ofTwoWhoCompleteTheSameTaskAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        var story = raise();
        var task = story.task("task_verifyIssue").getId();
        var together = new CyclicBarrier(2);
        var people = Executors.newFixedThreadPool(2);
        var refusals = new ArrayList<Throwable>();
        try {
            var attempts =
                    people.invokeAll(List.of(completion("clerk", task, together), completion("head", task, together)));
            for (var attempt : attempts) {
                try {
                    attempt.get();
                } catch (ExecutionException refused) {
                    refusals.add(refused.getCause());
                }
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(refusals)
                .singleElement()
                .isInstanceOfSatisfying(
                        TaskUnavailable.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(409));
        story.waitsAt("task_studyTopic");
        assertThat(story.timeline()).containsOnlyOnce("done");
    }

    private Callable<Void> completion(String account, String task, CyclicBarrier together) {
        return () -> {
            together.await();
            as(account, () -> engine.getFormService().submitTaskForm(task, Forms.verified()));
            return null;
        };
    }

    @Test
    void aTaskThatIsDoneIsGone() {
        var story = raise();
        var task = story.task("task_verifyIssue").getId();
        story.verify();
        assertThatThrownBy(() -> as("head", () -> engine.getFormService().submitTaskForm(task, Forms.verified())))
                .isInstanceOfSatisfying(
                        TaskUnavailable.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(409));
    }

    @Test
    void aRefusedFormLeavesNoTraceBehind() {
        var story = raise().verify();
        assertThatThrownBy(() -> story.by(
                        "clerk", "task_studyTopic", Forms.with(Forms.studied(), "optionsConsidered", List.of())))
                .isInstanceOf(FormRefused.class);
        assertThat(story.task("task_studyTopic").getAssignee()).isNull();
        assertThat(story.timeline()).containsOnlyOnce("done");
    }

    @Test
    void aListOfRowsThatIsAskedForCannotBeLeftEmpty() {
        var story = raise().verify();
        assertEmptyRefused(story, "clerk", "task_studyTopic", Forms.studied(), "optionsConsidered");
        story.by("clerk", "task_studyTopic", Forms.studied());
        assertEmptyRefused(story, "clerk", "task_nameParties", Forms.parties(), "participants");
        story.by("clerk", "task_nameParties", Forms.parties())
                .by("secretary", "task_fixAgenda", Forms.onAgenda())
                .fire("timer_noticeOver");
        assertEmptyRefused(story, "facilitator", "task_recordMeeting", Forms.met(10), "attendance");
        assertEmptyRefused(story, "facilitator", "task_recordMeeting", Forms.met(10), "motions");
        story.agree().confirm();
        assertEmptyRefused(story, "clerk", "task_plan", Forms.planned(), "actions");
        assertEmptyRefused(story, "clerk", "task_plan", Forms.planned(), "acceptCriteria");
    }

    private static void assertEmptyRefused(
            Story story, String account, String task, Map<String, Object> values, String rows) {
        for (var lacking : List.of(Forms.without(values, rows), Forms.with(values, rows, List.of()))) {
            assertThatThrownBy(() -> story.by(account, task, lacking))
                    .isInstanceOfSatisfying(
                            FormRefused.class,
                            refusal -> assertThat(refusal.faults())
                                    .extracting(FormRefused.Fault::key)
                                    .containsExactly(rows));
        }
        story.waitsAt(task);
    }

    @Test
    void theHistoryHoldsCodesAndNumbersOnly() {
        var story = published().review(Forms.evaluatedGood());
        var values =
                engine.getHistoryService().createHistoricVariableInstanceQuery().list();
        assertThat(values)
                .extracting(HistoricVariableInstance::getTypeName)
                .isSubsetOf("string", "integer", "long", "double", "boolean", "date", "null")
                .contains("string", "integer", "boolean", "null");
        assertThat(values)
                .filteredOn(value -> value.getValue() instanceof String)
                .allSatisfy(value -> assertThat((String) value.getValue())
                        .as(value.getName())
                        .matches("[A-Za-z0-9_.:-]*")
                        .doesNotContain(Forms.EMAIL));
        assertThat(story.values()).doesNotContainKeys("title", "findings", "proposerName", "description");
        assertThat(details().variableUpdates().count()).as("trail of values").isZero();
        assertThat(details().formFields().list())
                .extracting(field -> ((HistoricFormField) field).getFieldValue())
                .allSatisfy(value -> assertThat(String.valueOf(value)).matches("[A-Za-z0-9_.:-]*"));
    }

    private HistoricDetailQuery details() {
        return engine.getHistoryService().createHistoricDetailQuery();
    }

    @Test
    void deployingUnchangedModelsMakesNoNewVersion() throws IOException {
        var before = versions();
        deployer.deploy();
        assertThat(versions()).isEqualTo(before);
    }

    private List<String> versions() {
        return engine
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .orderByProcessDefinitionId()
                .asc()
                .list()
                .stream()
                .map(ProcessDefinition::getId)
                .toList();
    }

    @Test
    void aModelThatRunsAnyClassIsRefusedAtTheGate() {
        assertThatThrownBy(() -> as("modeler", () -> deploy(HOSTILE))).hasMessageContaining("部署被拒绝");
        assertNothingHostileIsDeployed();
    }

    @Test
    void whoeverIsNoProcessAdminDeploysNothing() {
        for (var account : List.of("clerk", "secretary", "bureau")) {
            assertThatThrownBy(() -> as(account, () -> deploy(HOSTILE)))
                    .as(account)
                    .isInstanceOf(AuthorizationException.class);
        }
        assertNothingHostileIsDeployed();
    }

    @Test
    void aProcessAdminCompletesNoTaskOfAMatter() {
        var task = raise().task("task_verifyIssue").getId();
        assertThatThrownBy(() -> as("modeler", () -> engine.getFormService().submitTaskForm(task, Forms.verified())))
                .isInstanceOf(NotYourTask.class);
    }

    @Test
    void ourOwnRoomsMaySendMessagesWhoeverIsLoggedIn() {
        var story = raise();
        assertThat(as("clerk", () -> messages.send("deliberation.withdrawn", story.no())))
                .isTrue();
        story.endedAs("WITHDRAWN");
    }

    private void deploy(String model) {
        engine.getRepositoryService()
                .createDeployment()
                .addString("hostile.bpmn", model)
                .deploy();
    }

    private void assertNothingHostileIsDeployed() {
        assertThat(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("hostile")
                        .count())
                .isZero();
    }
}
