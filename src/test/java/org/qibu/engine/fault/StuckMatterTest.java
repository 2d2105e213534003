package org.qibu.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibu.deadlines.Deadlines;
import org.qibu.engine.ProcessFault;
import org.qibu.engine.TaskUnavailable;
import org.qibu.engine.draft.Drafts;
import org.qibu.engine.models.RunningVersions;
import org.qibu.engine.models.VersionMoves;
import org.qibu.matter.form.FormTexts;
import org.qibu.process.Forms;
import org.qibu.process.ProcessTest;
import org.qibu.process.RestByHand;
import org.qibu.process.Story;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * A matter that stands still because its model is broken: it is told to somebody, nothing typed is lost, and the matter is
 * moved to the mended version. The broken files are planted behind the gate, as a version from before it.
 */
class StuckMatterTest extends ProcessTest {

    private static final Path FORM = Path.of("forms/1-issue-collection/verify-issue.form");
    private static final Path TABLE = Path.of("bpmn/1-issue-collection/route-track.dmn");
    private static final Path WHOLE = Path.of("bpmn/deliberation.bpmn");
    private static final Path LADDER = Path.of("bpmn/shared/escalation-ladder.dmn");
    private static final Path DEADLINES = Path.of("bpmn/shared/deadlines.dmn");

    @Autowired
    private ProcessFaults faults;

    @Autowired
    private RunningVersions versions;

    @Autowired
    private VersionMoves moves;

    @Autowired
    private Drafts drafts;

    @Autowired
    private FormTexts formTexts;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private JdbcClient database;

    @Autowired
    private WebApplicationContext application;

    private MockMvc web;

    @BeforeEach
    void openTheDoor() {
        web = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
    }

    @AfterEach
    void mend() throws IOException {
        deploy(FORM, Files.readString(FORM));
        deploy(TABLE, Files.readString(TABLE));
        deploy(DEADLINES, Files.readString(DEADLINES));
        deploy(LADDER, Files.readString(LADDER));
        deploy(WHOLE, Files.readString(WHOLE));
    }

    @Test
    void aFormThatCannotBeReadIsToldOnceAndTheMatterMovedToTheMendedVersion() throws Exception {
        deploy(
                FORM,
                withField(
                        "{\"type\":\"number\",\"id\":\"people\",\"key\":\"people\",\"label\":\"到场人数\",\"validate\":{\"max\":7}}"));
        plant("verify-issue.form", "\"max\":7", "\"max\":\"七\"");
        var story = raise();
        var task = story.task("task_verifyIssue").getId();

        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> as("clerk", () -> engine.getFormService().getTaskFormVariables(task)))
                    .isInstanceOfSatisfying(
                            TaskUnavailable.class,
                            told -> assertThat(told.status()).isEqualTo(409))
                    .hasMessageContaining("流程定义有误")
                    .hasMessageContaining("已通知流程管理员");
        }
        // over HTTP, where nobody declared the product's own work
        assertThat(RestByHand.of(application).status("clerk", "GET", "/task/" + task + "/form-variables", null))
                .isEqualTo(409);
        assertThat(incidents(story)).isEqualTo(1);
        assertThat(openTasks.of(story.no(), "clerk")).isNotEmpty();

        var fault = fault(story);
        assertThat(fault.reason()).contains("字段“到场人数”的最大值要是数字，现在是“七”");
        assertThat(fault.times()).isEqualTo(3);
        assertThat(mailsAbout(story)).isEqualTo(2); // modeler, modeler2

        deploy(FORM, Files.readString(FORM));
        web.perform(get("/staff/processes").with(user("modeler").roles("process-admin")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(story.no())))
                .andExpect(content().string(containsString("现在是“七”")));
        web.perform(get("/staff/processes").with(user("clerk"))).andExpect(status().isForbidden());
        web.perform(get("/staff/processes/move?process=issue-collection&version=" + fault.version())
                        .with(user("modeler").roles("process-admin")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("verify-issue.form")))
                .andExpect(content().string(containsString(story.no())));
        var preview = moves.preview("issue-collection", fault.version()).orElseThrow();
        assertThat(preview.changed()).contains("forms/1-issue-collection/verify-issue.form");
        assertThat(preview.matters())
                .filteredOn(moving -> moving.matterNo().equals(story.no()))
                .singleElement()
                .satisfies(moving -> assertThat(moving.isPossible()).isTrue());

        var due = story.task("task_verifyIssue").getDueDate();
        var move = "/staff/processes/move?process=issue-collection&version=" + fault.version() + "&newest="
                + preview.newest();
        web.perform(post(move).with(user("clerk")).with(csrf())).andExpect(status().isForbidden());
        web.perform(post(move).with(user("modeler").roles("process-admin"))).andExpect(status().isForbidden());
        web.perform(post(move).with(user("modeler").roles("process-admin")).with(csrf()))
                .andExpect(redirectedUrl("/staff/processes"))
                .andExpect(flash().attribute("moved", hasItem(story.no())));
        assertThat(incidents(story)).isZero();
        assertThat(faults.open()).noneMatch(open -> story.no().equals(open.matterNo()));
        assertThat(story.task("task_verifyIssue").getId()).isEqualTo(task);
        assertThat(story.task("task_verifyIssue").getDueDate()).isEqualTo(due);
        story.verify().waitsAt("task_studyTopic");
    }

    @Test
    void whatWasTypedWhenATableCannotBeCalculatedIsKeptUntilItIsMended() throws IOException {
        var story = raise();
        var task = story.task("task_verifyIssue").getId();
        move(story);
        deploy(TABLE, Files.readString(TABLE) + "<!-- once more -->");
        plant("route-track.dmn", "</text>", " ≤</text>");
        forgetTables();
        move(story);

        assertThatThrownBy(story::verify).isInstanceOf(TaskUnavailable.class).hasMessageContaining("您填写的内容已保存");
        assertThat(drafts.of(task, "clerk").orElseThrow().values()).containsKey("findings");
        var fault = fault(story);

        deploy(TABLE, Files.readString(TABLE));
        moves.move("issue-collection", fault.version(), newest("issue-collection"));
        story.verify().waitsAt("task_studyTopic");
        assertThat(faults.open()).noneMatch(open -> story.no().equals(open.matterNo()));
    }

    @Test
    void anIssueGetsItsNumberWhileTheTableOfDeadlinesCannotBeCalculated() throws IOException {
        deploy(DEADLINES, Files.readString(DEADLINES) + "<!-- once more -->");
        plant("deadlines.dmn", "\"一、议题征集\"", "“一、议题征集”");

        var story = raise();

        assertThat(story.no()).startsWith("HZ-AS-");
        assertThat(story.task("task_verifyIssue").getDueDate()).isNotNull();
        assertThat(isToldOf("deadlines")).isTrue();
        deploy(DEADLINES, Files.readString(DEADLINES));
        raise();
        assertThat(isToldOf("deadlines")).isFalse();
    }

    @Test
    void aLadderThatCannotBeCalculatedStopsNobodyAndIsTold() throws IOException {
        deadlines.sweep();
        deploy(LADDER, Files.readString(LADDER) + "<!-- once more -->");
        plant("escalation-ladder.dmn", "\"EMERGENCY\"", "“EMERGENCY”");

        deadlines.sweep();

        assertThat(isToldOf("escalation-ladder")).isTrue();
        deploy(LADDER, Files.readString(LADDER));
        deadlines.sweep();
        assertThat(isToldOf("escalation-ladder")).isFalse();
    }

    @Test
    void aMessageItsProcessCannotTakeIsToldAndTakenOnceTheModelIsMended() throws Exception {
        deploy(WHOLE, Files.readString(WHOLE) + "<!-- once more -->");
        plant("deliberation.bpmn", "${closeMatter}", "${closeMatters}");
        forgetProcesses();
        var story = raise();

        web.perform(post("/api/matters/" + story.no() + "/withdraw")
                        .with(user("clerk"))
                        .with(csrf())
                        .contentType("application/json")
                        .content("{\"reason\":\"不用办了\"}"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("已通知流程管理员")));
        assertThatThrownBy(() -> story.send("deliberation.withdrawn"))
                .isInstanceOfSatisfying(
                        TaskUnavailable.class, told -> assertThat(told.status()).isEqualTo(409))
                .hasMessageContaining("已通知流程管理员");

        var fault = fault(story);
        assertThat(fault.place()).startsWith("message:deliberation.withdrawn");
        deploy(WHOLE, Files.readString(WHOLE));
        moves.move("deliberation", fault.version(), newest("deliberation"));
        story.send("deliberation.withdrawn").endedAs("WITHDRAWN");
        assertThat(faults.open()).noneMatch(open -> story.no().equals(open.matterNo()));
    }

    private long incidents(Story story) {
        return engine.getRuntimeService()
                .createIncidentQuery()
                .incidentType("processFault")
                .processInstanceId(story.task("task_verifyIssue").getProcessInstanceId())
                .count();
    }

    private boolean isToldOf(String table) {
        return faults.open().stream().anyMatch(open -> open.place().equals("table:" + table));
    }

    private void forgetProcesses() {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getDeploymentCache()
                .discardProcessDefinitionCache();
    }

    @Test
    void aStartThatFailsIsToldUntilAnIssueIsTakenAgain() throws IOException {
        var start = Path.of("forms/record-issue.form");
        var good = Files.readString(start);
        try {
            deploy(
                    start,
                    withField(
                            start,
                            "{\"type\":\"number\",\"id\":\"people\",\"key\":\"people\",\"label\":\"人数\",\"validate\":{\"max\":7}}"));
            plant("record-issue.form", "\"max\":7", "\"max\":\"七\"");

            assertThatThrownBy(this::raise)
                    .isInstanceOfSatisfying(
                            TaskUnavailable.class,
                            told -> assertThat(told.status()).isEqualTo(409));
            assertThat(faults.open())
                    .filteredOn(open -> open.place().equals("start:deliberation"))
                    .singleElement()
                    .satisfies(open -> assertThat(open.reason()).contains("字段“人数”的最大值"));
        } finally {
            deploy(start, good);
        }
        raise();
        assertThat(faults.open()).noneMatch(open -> open.place().equals("start:deliberation"));
    }

    @Test
    void aFieldAnAdminAddsIsSaidUnderTheLabelItHad() throws IOException {
        deploy(FORM, withField("{\"type\":\"textfield\",\"id\":\"lamp\",\"key\":\"lampNo\",\"label\":\"路灯编号\"}"));
        var story = raise();
        story.by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "lampNo", "L-17"));
        deploy(FORM, Files.readString(FORM));

        var record = records.latest(story.no(), "verify-issue").orElseThrow();
        assertThat(formTexts.lines(record))
                .filteredOn(line -> line.key().equals("lampNo"))
                .containsExactly(new FormTexts.Line("lampNo", "路灯编号", "L-17"));
    }

    @Test
    void aTaskAnAdminAddsIsCalledByItsNameInWhatEverybodyReads() throws IOException {
        var model = Path.of("bpmn/1-issue-collection/issue-collection.bpmn");
        var good = Files.readString(model);
        var form = "{\"type\":\"default\",\"id\":\"look-again\",\"components\":"
                + "[{\"type\":\"textfield\",\"id\":\"seen\",\"key\":\"seen\",\"label\":\"看到\"}]}";
        var task = "<bpmn:userTask id=\"task_lookAgain\" name=\"再看一次\" camunda:formRef=\"look-again\""
                + " camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"residents-committee\"/>"
                + "<bpmn:sequenceFlow id=\"flow_lookAgain\" sourceRef=\"task_lookAgain\" targetRef=\"task_verifyIssue\"/>";
        var flow = "<bpmn:sequenceFlow id=\"flow_joinVerifyToVerifyIssue\"";
        var changed = good.replace(
                        "sourceRef=\"gateway_joinVerify\" targetRef=\"task_verifyIssue\"",
                        "sourceRef=\"gateway_joinVerify\" targetRef=\"task_lookAgain\"")
                .replace(flow, task + flow);
        as("modeler", () -> {
            engine.getRepositoryService()
                    .createDeployment()
                    .name("more")
                    .addString("issue-collection.bpmn", changed)
                    .addString("look-again.form", form)
                    .deploy();
        });
        try {
            var story = raise();
            story.by("clerk", "task_lookAgain", Map.of("seen", "灯亮了"));

            assertThat(timeline.of(story.no(), Locale.CHINESE))
                    .filteredOn(line -> line.kind().equals("done"))
                    .singleElement()
                    .satisfies(line -> assertThat(line.text()).isEqualTo("完成“再看一次”"));
        } finally {
            deploy(model, good);
        }
    }

    private void move(Story story) {
        versions.all().stream()
                .filter(older -> older.matters().contains(story.no()))
                .forEach(older -> moves.move(older.process(), older.version(), older.newest()));
    }

    private ProcessFault fault(Story story) {
        return faults.open().stream()
                .filter(open -> story.no().equals(open.matterNo()))
                .findFirst()
                .orElseThrow();
    }

    private long mailsAbout(Story story) {
        return database.sql("select count(*) from outbox_mail where kind = 'PROCESS_FAULT' and matter_no = ?")
                .param(story.no())
                .query(Long.class)
                .single();
    }

    private int newest(String process) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private static String withField(String field) throws IOException {
        return withField(FORM, field);
    }

    private static String withField(Path file, String field) throws IOException {
        var form = Files.readString(file);
        var end = form.lastIndexOf(']');
        return form.substring(0, end) + "," + field + form.substring(end);
    }

    private void deploy(Path file, String content) {
        as("modeler", () -> {
            engine.getRepositoryService()
                    .createDeployment()
                    .name("mended")
                    .addInputStream(
                            file.getFileName().toString(),
                            new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))
                    .deploy();
        });
    }

    /** Spoils the newest version of a file where the engine keeps it. */
    private void plant(String file, String good, String bad) {
        var changed = database.sql("""
                        update act_ge_bytearray set bytes_ =
                          convert_to(replace(convert_from(bytes_, 'UTF8'), :good, :bad), 'UTF8')
                        where id_ = (select b.id_ from act_ge_bytearray b join act_re_deployment d on d.id_ = b.deployment_id_
                          where b.name_ like '%' || :file order by d.deploy_time_ desc limit 1)""")
                .param("good", good)
                .param("bad", bad)
                .param("file", file)
                .update();
        assertThat(changed).isEqualTo(1);
    }

    private void forgetTables() {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getDeploymentCache()
                .discardDecisionDefinitionCache();
    }
}
