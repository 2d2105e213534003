package org.qibu.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qibu.engine.ModelRefused;
import org.qibu.engine.TaskUnavailable;
import org.qibu.engine.identity.SystemWork;
import org.qibu.matter.Outcome;
import org.qibu.process.Forms;
import org.qibu.process.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Success is told only where something takes effect: one file deployed alone, as Modeler's button does, is in force. */
class ModelReleaseTest extends ProcessTest {

    private static final String LABEL = "值班人";

    @Autowired
    private ModelDeployer deployer;

    @Autowired
    private ModelConflicts conflicts;

    @Autowired
    private JdbcClient database;

    @Autowired
    private PlatformTransactionManager transactions;

    @AfterEach
    void takeDownWhatWasDrawn() {
        engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("duty-control")
                .list()
                .forEach(drawn -> engine.getRepositoryService().deleteDeployment(drawn.getDeploymentId(), true));
    }

    @Test
    void aFormAloneMakesANewVersionOfItsProcess() {
        var first = deployDuty();
        var second = deploy(Map.of("duty.form", duty("谁值班")));

        assertThat(first.getDeployedProcessDefinitions())
                .singleElement()
                .satisfies(model -> assertThat(model.getVersion()).isEqualTo(1));
        assertThat(second.getDeployedProcessDefinitions()).singleElement().satisfies(model -> {
            assertThat(model.getKey()).isEqualTo("duty-control");
            assertThat(model.getVersion()).isEqualTo(2);
        });
        assertThat(formInForce()).contains("谁值班");
    }

    @Test
    void aFormThatNoProcessUsesIsRefused() {
        assertThatThrownBy(() -> deploy(Map.of("duty.form", duty(LABEL))))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining("没有流程用到表单“duty”，请一起部署。");
    }

    @Test
    void aFormWithoutAnIdIsToldSo() throws IOException {
        assertThatThrownBy(() -> deploy(Map.of("duty.bpmn", model(), "duty.form", input("form/no-id.form"))))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining("表单没有编号（id）。");
        assertThat(duty()).isNull();
    }

    @Test
    void aSharedTableAloneIsInForceForEverybody() throws IOException {
        var before = tables.version("deadlines");
        var ladder = tables.version("escalation-ladder");
        var table = Files.readString(Path.of("bpmn/shared/deadlines.dmn"));

        var deployed = deploy(Map.of("deadlines.dmn", bytes(table + "<!-- looked at " + before + " -->")));

        assertThat(deployed.getDeployedDecisionDefinitions())
                .extracting(decision -> decision.getKey())
                .contains("deadlines", "escalation-ladder");
        assertThat(tables.version("deadlines")).isNotEqualTo(before);
        assertThat(tables.version("escalation-ladder")).isNotEqualTo(ladder);
        assertThat(new String(tables.source("deadlines"), StandardCharsets.UTF_8))
                .contains("looked at");
        // the next start keeps what the admin deployed, whatever lies packed
        deployer.deploy();
        assertThat(new String(tables.source("deadlines"), StandardCharsets.UTF_8))
                .contains("looked at");
        deploy(Map.of("deadlines.dmn", bytes(table)));
    }

    /** As after an upgrade: the table in force came before the gate asked for the law's days, and another one is sent. */
    @Test
    void aTableFromBeforeGoesAlongWithOneThatIsSent() throws IOException {
        var deadlines = Files.readString(Path.of("bpmn/shared/deadlines.dmn"));
        var notice = Files.readString(Path.of("bpmn/shared/notice-period.dmn"));
        var before = tables.version("notice-period");
        keep(notice.replace("<text>15</text>", "<text>10</text>"));
        try {
            deploy(Map.of("deadlines.dmn", bytes(deadlines + "<!-- sent beside " + before + " -->")));
            assertThat(new String(tables.source("deadlines"), StandardCharsets.UTF_8))
                    .contains("sent beside");
            assertThat(new String(tables.source("notice-period"), StandardCharsets.UTF_8))
                    .contains("<text>10</text>");
            assertThatThrownBy(() -> deploy(
                            Map.of("notice-period.dmn", bytes(notice.replace("<text>15</text>", "<text>9</text>")))))
                    .isInstanceOf(ModelRefused.class)
                    .hasMessageContaining("第十四条");
        } finally {
            deploy(Map.of("deadlines.dmn", bytes(deadlines), "notice-period.dmn", bytes(notice)));
        }
        assertThat(tables.version("notice-period")).isNotEqualTo(before);
    }

    /** Puts other words into the file that is in force, past the gate. */
    private void keep(String noticePeriod) {
        var decision = engine.getRepositoryService()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("notice-period")
                .latestVersion()
                .singleResult();
        assertThat(database.sql("update act_ge_bytearray set bytes_ = ? where deployment_id_ = ? and name_ = ?")
                        .params(bytes(noticePeriod), decision.getDeploymentId(), decision.getResourceName())
                        .update())
                .isEqualTo(1);
    }

    @Test
    void aStartKeepsTheFormAnAdminChanged() throws IOException {
        var form = Files.readString(Path.of("forms/5-implementation/report-done.form"));
        var changed = form.replaceFirst("\"exporter\"", " \"exporter\"");

        deploy(Map.of("report-done.form", bytes(changed)));
        var version = latest("implementation").getVersion();
        deployer.deploy();
        assertThat(latest("implementation").getVersion()).isEqualTo(version);
        deploy(Map.of("report-done.form", bytes(form)));
        assertThat(latest("implementation").getVersion()).isEqualTo(version + 1);
    }

    @Test
    void theSameFileAgainMakesNoNewVersionAndIsAnsweredWithWhatRuns() {
        deployDuty();
        var again = deploy(Map.of("duty.form", duty(LABEL)));

        assertThat(again.getDeployedProcessDefinitions())
                .singleElement()
                .satisfies(model -> assertThat(model.getVersion()).isEqualTo(1));
        assertThat(duty().getVersion()).isEqualTo(1);
    }

    @Test
    void oneFileThatIsRefusedKeepsAllOthersOut() throws IOException {
        deployDuty();
        assertThatThrownBy(() -> deploy(Map.of("duty.form", input("form/group-path.form"))))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining("分组“值班”写了路径 person，请清空");
        assertThat(duty().getVersion()).isEqualTo(1);
    }

    @Test
    void aGroupThatANewModelNamesSeesItsTasksAtOnce() throws IOException {
        var model = new String(model(), StandardCharsets.UTF_8).replace("residents-committee", "archivist");
        deploy(Map.of("duty.bpmn", bytes(model), "duty.form", duty(LABEL)));
        var seen = as(
                "archivist",
                () -> engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("duty-control")
                        .count());
        assertThat(seen).isEqualTo(1);
    }

    @Test
    void whoeverIsNoProcessAdminDeploysNoFileAlone() {
        deployDuty();
        assertThatThrownBy(() -> as("clerk", () -> send(Map.of("duty.form", duty("别人")))))
                .isInstanceOf(AuthorizationException.class);
    }

    private static String begunAsAMatter() throws IOException {
        return new String(model(), StandardCharsets.UTF_8)
                .replace(
                        "<bpmn:startEvent id=\"StartEvent_1\"",
                        "<bpmn:startEvent id=\"StartEvent_1\" camunda:formRef=\"record-issue\""
                                + " camunda:formRefBinding=\"deployment\"")
                .replace("isExecutable=", "camunda:candidateStarterGroups=\"residents-committee\" isExecutable=");
    }

    @Test
    void whatAFormCountsIsRepeatedAHundredTimesAtMost() throws IOException {
        var again = begunAsAMatter()
                .replace("targetRef=\"EndEvent_1\"", "targetRef=\"again\"")
                .replace(
                        "<bpmn:endEvent",
                        "<bpmn:manualTask id=\"again\" name=\"敲门\"><bpmn:multiInstanceLoopCharacteristics>"
                                + "<bpmn:loopCardinality>${times}</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>"
                                + "</bpmn:manualTask><bpmn:sequenceFlow id=\"f3\" sourceRef=\"again\" targetRef=\"EndEvent_1\"/>"
                                + "<bpmn:endEvent");
        var form =
                bytes("{\"type\":\"default\",\"id\":\"duty\",\"schemaVersion\":16,\"components\":[{\"type\":\"number\","
                        + "\"id\":\"f1\",\"key\":\"times\",\"label\":\"次数\",\"decimalDigits\":0,\"validate\":{\"required\":true},"
                        + "\"properties\":{\"routing\":\"true\"}}]}");
        deploy(Map.of("duty.bpmn", bytes(again), "duty.form", form));
        var no = as("clerk", () -> engine.getFormService().submitStartForm(duty().getId(), Forms.issue("HZ-AS", "敲门")))
                .getBusinessKey();
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(no)
                .singleResult();

        assertThatThrownBy(() -> as(
                        "clerk",
                        () -> engine.getFormService().submitTaskForm(task.getId(), Map.of("times", 1_000_000))))
                .isInstanceOf(TaskUnavailable.class);
        as("clerk", () -> engine.getFormService().submitTaskForm(task.getId(), Map.of("times", 100)));

        assertThat(matters.get(no).outcome()).isEqualTo(Outcome.CLOSED);
    }

    @Test
    void aProcessAnAdminDrewIsBegunAsAMatterDoneAndEndsIt() throws IOException {
        var model = begunAsAMatter();
        deploy(Map.of("duty.bpmn", bytes(model), "duty.form", duty(LABEL)));

        var no = as("clerk", () -> engine.getFormService().submitStartForm(duty().getId(), Forms.issue("HZ-AS", "垃圾房")))
                .getBusinessKey();
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(no)
                .singleResult();
        assertThat(task.getTenantId()).isEqualTo("HZ-AS");
        as("clerk", () -> engine.getFormService().submitTaskForm(task.getId(), Map.of("who", "轮到三幢")));

        assertThat(matters.get(no).outcome()).isEqualTo(Outcome.CLOSED);
        assertThat(timeline.of(no, Locale.CHINESE)).anyMatch(entry -> entry.visible());
    }

    @Test
    void aProcessThatAsksForWhatItDoesNotHaveOrIsNotOfTheRightTypeIsRefused() throws IOException {
        var form = new String(duty(LABEL), StandardCharsets.UTF_8)
                .replace(
                        "[{",
                        "[{\"type\":\"number\",\"id\":\"f2\",\"key\":\"shifts\",\"label\":\"班数\","
                                + "\"properties\":{\"routing\":\"true\"}},{");

        assertThat(refusal(begun("${affectedHouseholds > 3}"), form))
                .contains("任务“排班”", "用到的 affectedHouseholds", "登记表单里的项不能作流转依据");
        assertThat(refusal(begun("${contested}"), form)).contains("contested 在这个由人登记的流程里没有人提供");
        assertThat(refusal(begun("${shifts == '三'}"), form)).contains("里的“三”不是代码");
        assertThat(refusal(begun("${shifts == 'many'}"), form)).contains("里 shifts 是数字，不能和 'many' 比");
        deploy(Map.of("duty.bpmn", bytes(begun("${shifts > 3 and cycle == 1}")), "duty.form", bytes(form)));
        assertThat(duty()).isNotNull();
    }

    private String refusal(String model, String form) {
        var refused = catchThrowable(() -> deploy(Map.of("duty.bpmn", bytes(model), "duty.form", bytes(form))));
        assertThat(refused).isInstanceOf(ModelRefused.class);
        return refused.getMessage();
    }

    /** A process that begins as a matter, and whose task shows what this comes to. */
    private static String begun(String expression) throws IOException {
        return new String(model(), StandardCharsets.UTF_8)
                .replace(
                        "<bpmn:startEvent id=\"StartEvent_1\"",
                        "<bpmn:startEvent id=\"StartEvent_1\" camunda:formRef=\"record-issue\""
                                + " camunda:formRefBinding=\"deployment\"")
                .replace("isExecutable=", "camunda:candidateStarterGroups=\"residents-committee\" isExecutable=")
                .replace(
                        "camunda:candidateGroups=\"residents-committee\"/>",
                        "camunda:candidateGroups=\"residents-committee\"><bpmn:documentation>"
                                + expression.replace(">", "&gt;") + "</bpmn:documentation></bpmn:userTask>");
    }

    @Test
    void aProcessNobodyCanBeginSaysWhatToAdd() {
        deployDuty();

        assertThatThrownBy(() -> as(
                        "clerk", () -> engine.getFormService().submitStartForm(duty().getId(), Map.of("title", "值班"))))
                .hasMessageContaining("只能由别的流程调用")
                .hasMessageContaining("record-issue");
    }

    @Test
    void twoFilesThatDefineTheSameAreRefused() throws IOException {
        assertThatThrownBy(() -> deploy(Map.of("a.bpmn", model(), "b.bpmn", model(), "duty.form", duty(LABEL))))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining("a.bpmn：和 b.bpmn 里有同一个编号“duty-control”，只能留一个。");
    }

    @Test
    void processesThatCallOneAnotherAreReleasedTogetherAndLoopsRefused() throws IOException {
        var call = "<bpmn:callActivity id=\"%s\" name=\"叫\" calledElement=\"%s\"><bpmn:extensionElements>"
                + "<camunda:in businessKey=\"#{execution.processBusinessKey}\"/></bpmn:extensionElements></bpmn:callActivity>";
        var caller = new String(model(), StandardCharsets.UTF_8)
                .replaceAll("<bpmn:userTask id=\"([^\"]+)\"[^>]*/>", call.formatted("$1", "duty-control"))
                .replace("id=\"duty-control\"", "id=\"a-caller\"");
        var loop = new String(model(), StandardCharsets.UTF_8)
                .replaceAll("<bpmn:userTask id=\"([^\"]+)\"[^>]*/>", call.formatted("$1", "a-caller"));

        var deployed = deploy(Map.of("a.bpmn", bytes(caller), "duty.bpmn", model(), "duty.form", duty(LABEL)));
        assertThat(deployed.getDeployedProcessDefinitions())
                .extracting(ProcessDefinition::getKey)
                .contains("a-caller", "duty-control");
        assertThatThrownBy(() -> deploy(Map.of("duty.bpmn", bytes(loop))))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining("经过“a-caller”绕了一圈又调用自己");
        engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("a-caller")
                .list()
                .forEach(drawn -> engine.getRepositoryService().deleteDeployment(drawn.getDeploymentId(), true));
    }

    @Test
    void aFileBothChangedIsToldAndTheProgramsTakenOnRequest() throws IOException {
        var file = "forms/5-implementation/report-done.form";
        var form = Files.readString(Path.of(file));
        deploy(Map.of("report-done.form", bytes(form.replaceFirst("\"exporter\"", " \"exporter\""))));
        database.sql("update model_origin set sha256 = repeat('0', 64) where file = ?")
                .param(file)
                .update();

        deployer.deploy();

        assertThat(conflicts.open()).extracting(ModelConflicts.Conflict::file).containsExactly(file);
        assertThat(conflicts.take(file)).isTrue();
        assertThat(conflicts.open()).isEmpty();
        assertThat(conflicts.take(file)).isFalse();
    }

    @Test
    void whatDidNotPassTheGateIsDeployedByNoOtherWay() throws IOException {
        var around = (DeploymentBuilderImpl) engine.getRepositoryService()
                .createDeployment()
                .addInputStream("duty.bpmn", new ByteArrayInputStream(model()));
        var commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();

        assertThatThrownBy(() -> SystemWork.call(() -> commands.execute(new DeployCmd(around))))
                .hasStackTraceContaining("did not pass the gate");
        assertThat(duty()).isNull();
    }

    @Test
    void modelsAreTriedWithoutADatabaseConnectionInHand() throws IOException {
        var files = Map.of("duty.bpmn", model(), "duty.form", duty(LABEL));

        assertThatThrownBy(() -> new TransactionTemplate(transactions).execute(status -> deploy(files)))
                .hasMessageContaining("trying a model inside a transaction");
        assertThat(duty()).isNull();
    }

    @Test
    void ofReleasesAtOnceNoneUndoesAnother() throws Exception {
        var two = new String(model(), StandardCharsets.UTF_8)
                .replace("targetRef=\"EndEvent_1\"", "targetRef=\"again\"")
                .replace(
                        "<bpmn:endEvent",
                        "<bpmn:userTask id=\"again\" name=\"交班\" camunda:formRef=\"handing-over\""
                                + " camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"residents-committee\"/>"
                                + "<bpmn:sequenceFlow id=\"f3\" sourceRef=\"again\" targetRef=\"EndEvent_1\"/><bpmn:endEvent");
        var other =
                new String(duty("交给谁"), StandardCharsets.UTF_8).replace("\"id\":\"duty\"", "\"id\":\"handing-over\"");
        assertThat(other).contains("handing-over");
        deploy(Map.of("duty.bpmn", bytes(two), "duty.form", duty(LABEL), "over.form", bytes(other)));

        var together = new CountDownLatch(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var changes =
                    List.of(Map.of("duty.form", duty("谁值班")), Map.of("over.form", bytes(other.replace("交给谁", "谁接班"))));
            var sent = changes.stream()
                    .map(files -> threads.submit(() -> {
                        together.countDown();
                        together.await();
                        return deploy(files);
                    }))
                    .toList();
            for (var each : sent) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(formInForce("duty.form")).contains("谁值班");
        assertThat(formInForce("over.form")).contains("谁接班");
        assertThat(duty().getVersion()).isEqualTo(3);
    }

    private DeploymentWithDefinitions deployDuty() {
        try {
            return deploy(Map.of("duty.bpmn", model(), "duty.form", duty(LABEL)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DeploymentWithDefinitions deploy(Map<String, byte[]> files) {
        return as("modeler", () -> send(files));
    }

    private DeploymentWithDefinitions send(Map<String, byte[]> files) {
        var builder = engine.getRepositoryService().createDeployment().name("duty");
        files.forEach((name, content) -> builder.addInputStream(name, new ByteArrayInputStream(content)));
        return builder.deployWithResult();
    }

    private String formInForce() {
        return formInForce("duty.form");
    }

    private String formInForce(String file) {
        var task = engine.getRepositoryService().getResourceAsStream(duty().getDeploymentId(), file);
        try (task) {
            return new String(task.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessDefinition duty() {
        return latest("duty-control");
    }

    private ProcessDefinition latest(String key) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
    }

    private static byte[] duty(String label) {
        return bytes(
                "{\"type\":\"default\",\"id\":\"duty\",\"schemaVersion\":16,\"components\":[{\"type\":\"textfield\","
                        + "\"id\":\"f1\",\"key\":\"who\",\"label\":\"" + label
                        + "\",\"validate\":{\"required\":true}}]}");
    }

    private static byte[] model() throws IOException {
        return input("models/duty-control.bpmn");
    }

    private static byte[] input(String name) throws IOException {
        try (var stream = ModelReleaseTest.class.getResourceAsStream("/engine/" + name)) {
            return stream.readAllBytes();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
