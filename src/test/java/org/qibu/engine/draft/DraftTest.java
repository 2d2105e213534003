package org.qibu.engine.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.variable.VariableMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibu.engine.TaskUnavailable;
import org.qibu.process.Forms;
import org.qibu.process.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Half-filled forms: whose they are, when they come back, when they are gone. */
class DraftTest extends ProcessTest {

    private static final String FINDINGS = "现场查看属实，";

    @Autowired
    WebApplicationContext application;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient database;

    private MockMvc web;

    @BeforeEach
    void openTheDoors() {
        web = MockMvcBuilders.webAppContextSetup(application)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
    }

    @AfterEach
    void leaveTheRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    private static MockHttpServletRequestBuilder as(String account, MockHttpServletRequestBuilder request) {
        return request.header(
                HttpHeaders.AUTHORIZATION, "Basic " + HttpHeaders.encodeBasicAuth(account, account, null));
    }

    private static String at(String task) {
        return "/api/tasks/" + task + "/draft";
    }

    private ResultActions type(String account, String task, Map<String, Object> values) throws Exception {
        return typeAt(account, at(task), values);
    }

    private ResultActions typeAt(String account, String place, Map<String, Object> values) throws Exception {
        return web.perform(as(account, put(place))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(values)));
    }

    private VariableMap form(String account, String task) {
        return as(account, () -> engine.getFormService().getTaskFormVariables(task));
    }

    private long drafts(String task) {
        return database.sql("select count(*) from task_draft where place = ?")
                .param(task)
                .query(Long.class)
                .single();
    }

    @Test
    void whatWasTypedComesBackToItsWriterAndToNobodyElse() throws Exception {
        var task = raise().task("task_verifyIssue").getId();
        type("clerk", task, Forms.values("findings", FINDINGS, "affectedHouseholds", 41, "verified", true))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("OPEN"))
                .andExpect(jsonPath("$.savedAt").isNotEmpty());
        assertThat(form("clerk", task))
                .containsEntry("findings", FINDINGS)
                .containsEntry("affectedHouseholds", 41L)
                .containsEntry("verified", true)
                .containsKey("brief");
        assertThat(form("head", task))
                .doesNotContainEntry("findings", FINDINGS)
                .containsEntry("affectedHouseholds", 26L);
        web.perform(as("head", get(at(task))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("OPEN"))
                .andExpect(jsonPath("$.savedAt").isEmpty())
                .andExpect(jsonPath("$.words").value(""));
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(task)
                        .singleResult()
                        .getAssignee())
                .as("typing claims nothing")
                .isNull();
        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .variableName("findings")
                        .count())
                .isZero();
    }

    @Test
    void aFieldThatWasEmptiedStaysEmpty() throws Exception {
        var task = raise().task("task_verifyIssue").getId();
        type("clerk", task, Forms.values("affectedHouseholds", null)).andExpect(status().isOk());
        assertThat(form("clerk", task)).doesNotContainKey("affectedHouseholds");
    }

    @Test
    void onlyWhoeverMayDoTheTaskLeavesADraft() throws Exception {
        var story = raise();
        var task = story.task("task_verifyIssue").getId();
        type("property", task, Map.of("findings", FINDINGS)).andExpect(status().isForbidden());
        type("clerk-fy", task, Map.of("findings", FINDINGS)).andExpect(status().isNotFound());
        type("modeler", task, Map.of("findings", FINDINGS)).andExpect(status().is4xxClientError());
        type("clerk", "no-such-task", Map.of("findings", FINDINGS)).andExpect(status().isNotFound());
        web.perform(put(at(task)).contentType(MediaType.APPLICATION_JSON).content("{}"))
                .andExpect(status().isUnauthorized());
        web.perform(as("property", get(at(task))))
                .andExpect(jsonPath("$.state").value("NOT_YOURS"))
                .andExpect(jsonPath("$.sentence").value(containsString("经办人员")));
        assertThat(drafts(task)).isZero();
    }

    @Test
    void onlyFieldsOfTheFormWithPlainValuesAreKept() throws Exception {
        var task = raise().task("task_verifyIssue").getId();
        type("clerk", task, Map.of("findings", FINDINGS, "track", "INSTANT"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("track"))
                .andExpect(jsonPath("$.detail").value(containsString("track")));
        type("clerk", task, Map.of("findings", Map.of("@class", "java.lang.Runtime")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("findings"));
        type("clerk", task, Map.of("findings", "长".repeat(20_001))).andExpect(status().isUnprocessableEntity());
        assertThat(drafts(task)).isZero();
        type("clerk", task, Map.of("findings", "空\0字符 \uD800 𠮷 ")).andExpect(status().isOk());
        assertThat(form("clerk", task)).containsEntry("findings", "空\uFFFD字符 ? 𠮷 ");
    }

    @Test
    void aListOfRowsIsNoPartOfADraft() throws Exception {
        var task = raise().verify().task("task_studyTopic").getId();
        type("clerk", task, Map.of("optionsConsidered", List.of("铺便道"))).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void aDraftIsGoneOnceItsFormWasSent() throws Exception {
        var story = raise();
        var task = story.task("task_verifyIssue").getId();
        type("clerk", task, Map.of("findings", FINDINGS)).andExpect(status().isOk());
        story.verify();
        assertThat(drafts(task)).isZero();
        type("clerk", task, Map.of("findings", FINDINGS))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value("这项任务您已经办理，不用再提交。"));
        assertThat(drafts(task)).isZero();
    }

    @Test
    void aRefusedFormLeavesTheDraftAlone() throws Exception {
        var task = raise().task("task_verifyIssue").getId();
        type("clerk", task, Map.of("findings", FINDINGS)).andExpect(status().isOk());
        assertThatThrownBy(() ->
                        as("clerk", () -> engine.getFormService().submitTaskForm(task, Map.of("findings", "短"))))
                .isInstanceOf(RuntimeException.class);
        assertThat(form("clerk", task)).containsEntry("findings", FINDINGS);
    }

    @Test
    void whoeverComesSecondIsToldByWhomAndKeepsTheirWords() throws Exception {
        var story = raise();
        var task = story.task("task_verifyIssue").getId();
        type("head", task, Map.of("findings", FINDINGS)).andExpect(status().isOk());
        as("clerk", () -> engine.getTaskService().claim(task, "clerk"));
        var clerk = accountBook.find("clerk").orElseThrow().name();
        type("head", task, Map.of("findings", FINDINGS + "投放点太近。"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("TAKEN"))
                .andExpect(jsonPath("$.sentence").value("这项任务已由" + clerk + "认领，请刷新任务列表。"))
                .andExpect(jsonPath("$.words").value(containsString("投放点太近")));
        story.verify();
        assertThatThrownBy(() -> as("head", () -> engine.getFormService().submitTaskForm(task, Forms.verified())))
                .isInstanceOf(TaskUnavailable.class)
                .hasMessage("这项任务已由" + clerk + "办完，请刷新任务列表。");
        web.perform(as("head", get(at(task))))
                .andExpect(jsonPath("$.state").value("OVER"))
                .andExpect(jsonPath("$.words").value(containsString("投放点太近")));
        web.perform(as("facilitator", get(at(task))))
                .andExpect(jsonPath("$.words").value(""));
        web.perform(as("head", delete(at(task)))).andExpect(status().isNoContent());
        web.perform(as("head", get(at(task)))).andExpect(jsonPath("$.words").value(""));
    }

    @Test
    void aDraftEndsWithItsTaskHoweverItEnds() throws Exception {
        var story = raise();
        var task = story.task("task_verifyIssue").getId();
        type("clerk", task, Map.of("findings", FINDINGS)).andExpect(status().isOk());
        messages.send("deliberation.withdrawn", story.no());
        assertThat(database.sql("select ended_at is not null from task_draft where place = ?")
                        .param(task)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        database.sql("update task_draft set ended_at = ended_at - interval '4 days' where place = ?")
                .param(task)
                .update();
        type("clerk", raise().task("task_verifyIssue").getId(), Map.of("findings", "别的"))
                .andExpect(status().isOk());
        assertThat(drafts(task)).isZero();
    }

    @Test
    void aStartFormKeepsItsDraftUntilTheMatterIsRecorded() throws Exception {
        var place = "/api/processes/deliberation/draft";
        typeAt("clerk-fy", place, Map.of("title", "路灯不亮", "proposerName", "陆建中"))
                .andExpect(status().isOk());
        assertThat(startForm("clerk-fy")).contains("路灯不亮", "陆建中");
        assertThat(startForm("clerk")).doesNotContain("路灯不亮", "陆建中");
        typeAt("clerk-fy", place, Map.of("matterNo", "HZ-FY-2026-0001")).andExpect(status().isUnprocessableEntity());
        typeAt("property", place, Map.of("title", "路灯不亮")).andExpect(status().isForbidden());
        typeAt("clerk-fy", "/api/processes/no-such/draft", Map.of()).andExpect(status().isNotFound());
        raiseAs("clerk-fy", "HZ-FY", Map.of());
        assertThat(startForm("clerk-fy")).doesNotContain("路灯不亮");
        assertThat(drafts("start:deliberation")).isZero();
    }

    private String startForm(String account) throws Exception {
        return as(account, () -> {
            var definition = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey("deliberation")
                    .latestVersion()
                    .singleResult();
            try (var form = engine.getFormService().getDeployedStartForm(definition.getId())) {
                return new String(form.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void theSameRequestStartsOneMatterHoweverOftenItArrives() throws Exception {
        var issue = Forms.issue("HZ-AS", "同一请求的地点");
        var together = new CyclicBarrier(6);
        var people = Executors.newFixedThreadPool(6);
        var started = new ArrayList<String>();
        try {
            Callable<String> start = () -> {
                together.await();
                return startWith("one-and-the-same", issue);
            };
            for (var attempt : people.invokeAll(List.of(start, start, start, start, start, start))) {
                started.add(attempt.get());
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(started).hasSize(6);
        assertThat(started.stream().distinct()).hasSize(1);
        assertThat(matterCount("同一请求的地点")).isOne();
        assertThat(startWith("another", issue)).isNotEqualTo(started.get(0));
        assertThat(matterCount("同一请求的地点")).isEqualTo(2);
    }

    /** A key used again with other content is not taken for the same thing. */
    @Test
    void theSameRequestWithOtherValuesIsRefusedAndStartsNothing() {
        var issue = Forms.issue("HZ-AS", "换了内容的地点");
        var started = startWith("used-again", issue);
        var other = new HashMap<>(issue);
        other.put("description", "另外一件事：楼顶漏水，已经三天了。");
        assertThatThrownBy(() -> startWith("used-again", other))
                .isInstanceOfSatisfying(
                        TaskUnavailable.class,
                        refused -> assertThat(refused.status()).isEqualTo(409))
                .hasMessageContaining("内容不同");
        assertThat(matterCount("换了内容的地点")).isOne();
        assertThat(startWith("used-again", new LinkedHashMap<>(issue))).isEqualTo(started);
    }

    @Test
    void theFirstAnswerComesAgainWhenTheMatterIsOver() {
        var issue = Forms.issue("HZ-AS", "早已结束的地点");
        var started = startWith("long-over", issue);
        var instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(started)
                .rootProcessInstances()
                .singleResult();
        engine.getRuntimeService().deleteProcessInstance(instance.getId(), "over");
        assertThat(startWith("long-over", issue)).isEqualTo(started);
        assertThat(matterCount("早已结束的地点")).isOne();
    }

    @Test
    void aResidentWhoPressesTwiceAtTheSameMomentRaisesOneIssue() throws Exception {
        var session = new MockHttpSession();
        var together = new CyclicBarrier(3);
        var presses = Executors.newFixedThreadPool(3);
        try {
            Callable<String> press = () -> {
                together.await();
                return web.perform(raiseOnPage(session, "河滨路灯坏了三盏，晚上看不见路。"))
                        .andExpect(redirectedUrl("/issues/received"))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl();
            };
            for (var attempt : presses.invokeAll(List.of(press, press, press))) {
                attempt.get();
            }
        } finally {
            presses.shutdownNow();
        }
        assertThat(matterCount("按了几次的地点")).isOne();
        web.perform(raiseOnPage(session, "还有，河滨路灯杆也歪了，怕倒下来。")).andExpect(redirectedUrl("/issues/received"));
        assertThat(matterCount("按了几次的地点"))
                .as("something else from the same form")
                .isEqualTo(2);
    }

    private static MockHttpServletRequestBuilder raiseOnPage(MockHttpSession session, String description) {
        return post("/issues/new")
                .session(session)
                .with(csrf())
                .param("once", "one-form")
                .param("communityCode", "TX-HB")
                .param("description", description)
                .param("location", "按了几次的地点");
    }

    private String startWith(String key, Map<String, Object> issue) {
        var request = new MockHttpServletRequest();
        request.addHeader("Idempotency-Key", key);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            return desk.start("clerk", issue);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    private long matterCount(String location) {
        return database.sql("select count(*) from matter where location = ?")
                .param(location)
                .query(Long.class)
                .single();
    }
}
