package org.qibu.deadlines.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibu.calendar.Calendars;
import org.qibu.deadlines.Deadlines;
import org.qibu.process.ProcessTest;
import org.qibu.process.Story;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The board of deadlines, the supervision committee's questions and the trial of tables, as staff meet them. */
class DeadlinePagesTest extends ProcessTest {

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private Calendars calendars;

    @Autowired
    private Clock clock;

    private MockMvc web;

    @BeforeEach
    void aDoorWithItsLock() {
        web = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        database.sql("update deadline set state = 'DONE' where state = 'OPEN'").update();
    }

    @Test
    void theBoardShowsWhatIsLateWithWhomAndEveryNumberOpensItsRows() throws Exception {
        var late = lateBy(4, Map.of("title", "东门路灯不亮"));
        raise(Map.of("title", "西门排水不畅"));

        board("clerk", "")
                .andExpect(content().string(containsString("东门路灯不亮")))
                .andExpect(content().string(containsString("西门排水不畅")))
                .andExpect(content().string(containsString("超期 4 个工作日")))
                .andExpect(content().string(containsString("待认领")))
                .andExpect(content().string(containsString("step=S1&amp;holder=&amp;state=LATE#rows")));
        board("clerk", "?state=LATE")
                .andExpect(content().string(containsString("东门路灯不亮")))
                .andExpect(content().string(not(containsString("西门排水不畅"))));
        board("clerk", "?step=S5").andExpect(content().string(containsString("没有符合条件的任务")));

        as(
                "clerk",
                () -> engine.getTaskService()
                        .claim(late.task("task_verifyIssue").getId(), "clerk"));
        board("clerk", "?holder=clerk")
                .andExpect(content().string(containsString("只看：林晓燕")))
                .andExpect(content().string(containsString("东门路灯不亮")))
                .andExpect(content().string(not(containsString("西门排水不畅"))));
    }

    @Test
    void theBoardSaysWhoIsToldWhenAsTheTableInForceHasIt() throws Exception {
        board("clerk", "")
                .andExpect(content().string(containsString("到期前 1 个工作日")))
                .andExpect(content().string(containsString("到期后第 15 个工作日")))
                .andExpect(content().string(containsString("街道第一责任人")));
    }

    @Test
    void nobodySeesTheBoardOfAnotherCommunity() throws Exception {
        raise(Map.of("title", "东门路灯不亮"));

        board("clerk-fy", "?community=HZ-AS").andExpect(content().string(not(containsString("东门路灯不亮"))));
        board("subdistrict", "?community=HZ-AS").andExpect(content().string(containsString("东门路灯不亮")));
        web.perform(get("/staff/deadlines")).andExpect(status().is3xxRedirection());
    }

    @Test
    void theRowsGoIntoATable() throws Exception {
        lateBy(8, Map.of());

        web.perform(get("/staff/deadlines.xlsx?state=LATE").with(user("clerk")))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString(".xlsx")))
                .andExpect(content().contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
    }

    @Test
    void aSupervisionQueryIsAnsweredOnTheMattersPageOnce() throws Exception {
        var story = lateBy(4, Map.of());
        deadlines.sweep();
        var id = database.sql("select id from supervision_query where matter_no = ?")
                .param(story.no())
                .query(Long.class)
                .single();
        page(story, "supervisor")
                .andExpect(content().string(containsString("“核实归并议题”为什么超期？")))
                .andExpect(content().string(not(containsString("提交答复"))));
        page(story, "head").andExpect(content().string(containsString("提交答复")));

        answer(story, id, "supervisor", "承办人请病假，已改由他人办理。")
                .andExpect(flash().attribute("refused", List.of("监督询问由社区居委会、党组织或两委答复。")));
        answer(story, id, "head", "忘了").andExpect(flash().attributeExists("queryFault"));
        answer(story, id, "head", "承办人请病假，已改由他人办理，三天内办结。").andExpect(flash().attribute("done", "query.done"));
        answer(story, id, "clerk", "承办人请病假，已改由他人办理，三天内办结。")
                .andExpect(flash().attribute("refused", List.of("这条监督询问已经答复过了。")));

        page(story, "supervisor")
                .andExpect(content().string(containsString("承办人请病假，已改由他人办理，三天内办结。")))
                .andExpect(content().string(containsString("周国强")));
        assertThat(story.timeline()).contains("overdue.answered");
    }

    @Test
    void aQueryOfAnotherCommunityDoesNotExist() throws Exception {
        var story = lateBy(3, Map.of());
        deadlines.sweep();

        answer(story, 1, "clerk-fy", "承办人请病假，已改由他人办理。").andExpect(status().isNotFound());
    }

    @Test
    void aChangedLadderIsTriedBeforeItIsDeployed() throws Exception {
        raise(Map.of("title", "东门路灯不亮"));
        var everythingToTheBureau = table("escalation-ladder").replace("\"承办人\"", "\"民政局\"");

        tryTable("escalation-ladder.dmn", everythingToTheBureau, modeler())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("严慧敏")))
                .andExpect(content().string(containsString("到期提醒")))
                .andExpect(content().string(containsString("核实归并议题")));
        assertThat(database.sql(
                                "select count(*) from deadline_rung r join deadline d using (task_id) where d.state = 'OPEN'")
                        .query(Integer.class)
                        .single())
                .as("rungs climbed by trying")
                .isZero();
    }

    @Test
    void aWordNobodyUnderstandsIsNamedBecauseItWouldReachNobody() throws Exception {
        tryTable(
                        "escalation-ladder.dmn",
                        table("escalation-ladder").replace("街道第一责任人", "街道主任").replace("[3..6]", "[4..6]"),
                        modeler())
                .andExpect(content().string(containsString("表里有看不懂的字：街道主任")))
                .andExpect(content().string(containsString("到期后第 4 个工作日")))
                .andExpect(content().string(containsString("有改动")));
    }

    @Test
    void theTablesInForceAreThereToBeChanged() throws Exception {
        web.perform(get("/staff/deadlines/preview").with(modeler()))
                .andExpect(content().string(containsString("到期后第 15 个工作日")))
                .andExpect(content().string(not(containsString("有改动"))));
        web.perform(get("/staff/deadlines/preview/escalation-ladder.dmn").with(modeler()))
                .andExpect(header().string("Content-Disposition", containsString("escalation-ladder.dmn")))
                .andExpect(content().string(containsString("decision id=\"escalation-ladder\"")));
        web.perform(get("/staff/deadlines/preview/deadlines.dmn").with(user("clerk")))
                .andExpect(status().isForbidden());
    }

    @Test
    void changedTimesAreTriedToo() throws Exception {
        raise();

        tryTable("deadlines.dmn", table("deadlines"), modeler())
                .andExpect(content().string(containsString("按这张“办理期限”表")))
                .andExpect(content().string(containsString("林晓燕")));
        tryTable("deadlines.dmn", table("deadlines").replace("\"工作日\"</text>", "\"周\"</text>"), modeler())
                .andExpect(content().string(containsString("“周”没有这种结果，只能是 工作日、天、小时")));
    }

    @Test
    void onlyThoseWhoKeepTheTablesTryThemAndRubbishIsRefusedInWords() throws Exception {
        tryTable(
                        "escalation-ladder.dmn",
                        table("escalation-ladder"),
                        user("clerk").roles("residents-committee"))
                .andExpect(status().isForbidden());
        tryTable("x.dmn", "nothing", modeler())
                .andExpect(content().string(containsString("不是 XML 文件，请从 Modeler 里重新保存")));
        tryTable("x.dmn", table("notice-period"), modeler()).andExpect(content().string(containsString("文件里没有")));
        tryTable(
                        "x.dmn",
                        table("escalation-ladder")
                                .replace(
                                        "<inputExpression id=\"expression_daysLate\"",
                                        "<inputExpression expressionLanguage=\"javascript\" id=\"expression_daysLate\""),
                        modeler())
                .andExpect(content().string(containsString("表达式语言只能用 FEEL，不能用 javascript")));
    }

    @Test
    void aTableThatCountsToTenMillionIsRefusedWhereItIsTriedAsWell() throws Exception {
        var counts = table("escalation-ladder")
                .replaceFirst("<text>daysLate</text>", "<text>count(for i in 1..10000000 return i)</text>");
        assertThat(counts).contains("10000000");
        tryTable("escalation-ladder.dmn", counts, modeler()).andExpect(content().string(containsString("不允许 for")));
    }

    /** A matter whose first task was due so many working days ago. */
    private Story lateBy(int workingDays, Map<String, Object> changes) {
        var story = raise(changes);
        var today = Calendars.dayOf(clock.instant());
        var due = Calendars.dueOn(calendars.today().beforeWorkingDays(today, workingDays));
        database.sql("update deadline set due_at = ?, created_at = ?, next_at = ? where task_id = ?")
                .params(
                        Timestamp.from(due),
                        Timestamp.from(due.minus(Duration.ofDays(9))),
                        Timestamp.from(due),
                        story.task("task_verifyIssue").getId())
                .update();
        return story;
    }

    private ResultActions board(String account, String query) throws Exception {
        return web.perform(get("/staff/deadlines" + query).with(user(account))).andExpect(status().isOk());
    }

    private ResultActions page(Story story, String account) throws Exception {
        return web.perform(get("/staff/matters/" + story.no()).with(user(account)))
                .andExpect(status().isOk());
    }

    private ResultActions answer(Story story, long id, String account, String text) throws Exception {
        return web.perform(post("/staff/matters/" + story.no() + "/queries/" + id)
                .param("answer", text)
                .with(user(account))
                .with(csrf()));
    }

    private ResultActions tryTable(String name, String source, UserRequestPostProcessor who) throws Exception {
        return web.perform(multipart("/staff/deadlines/preview")
                .file(new MockMultipartFile("table", name, "text/xml", source.getBytes(StandardCharsets.UTF_8)))
                .with(who)
                .with(csrf()));
    }

    private static UserRequestPostProcessor modeler() {
        return user("modeler").roles("process-admin");
    }

    private static String table(String key) throws IOException {
        return Files.readString(Path.of("bpmn/shared/" + key + ".dmn"));
    }
}
