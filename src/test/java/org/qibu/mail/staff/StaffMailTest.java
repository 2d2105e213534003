package org.qibu.mail.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibu.calendar.Calendars;
import org.qibu.engine.NotYourTask;
import org.qibu.engine.TaskUnavailable;
import org.qibu.mail.MailKind;
import org.qibu.mail.SentMail;
import org.qibu.mail.staff.MailChoice.NewTasks;
import org.qibu.process.Forms;
import org.qibu.process.ProcessTest;
import org.qibu.process.Story;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Who is told of a new task, where the mail leads, and who works while somebody is away. */
class StaffMailTest extends ProcessTest {

    @Autowired
    private MailChoices choices;

    @Autowired
    private WaitingWork work;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    @Autowired
    private WebApplicationContext context;

    private MockMvc web;

    @BeforeEach
    void openTheDoor() {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
    }

    @AfterEach
    void everybodyIsBack() {
        database.sql("delete from absence").update();
        database.sql("delete from mail_choice").update();
    }

    @Test
    void whoCouldTakeSomethingIsFoundForAllAtOnce() {
        raise();
        var all =
                database.sql("select id_ from act_id_user").query(String.class).list();

        var offered = work.offered(all);

        assertThat(all)
                .filteredOn(account -> !work.unclaimed(account).isEmpty())
                .isSubsetOf(offered)
                .contains("clerk");
        assertThat(offered).isNotEmpty().hasSizeLessThan(all.size());
        assertThat(work.offered(List.of())).isEmpty();
    }

    @Test
    void aNewTaskIsToldToThePeopleOfItsGroupsInItsCommunityAsTheyChose() {
        choices.keep("clerk", new MailChoice(Locale.CHINESE, NewTasks.AT_ONCE, false, 9, true));
        choices.keep("head", new MailChoice(Locale.CHINESE, NewTasks.OFF, false, 9, true));

        var story = raise(Map.of("title", "沈巧云家门口路灯不亮", "proposerName", "沈巧云"));

        var mails = taskMails(story);
        assertThat(mails).extracting(SentMail::address).containsExactly("clerk@qibu.example");
        assertThat(mails.get(0).subject()).isEqualTo("【七步】新任务：核实归并议题（" + story.no() + "）");
        assertThat(textOf(mails.get(0)))
                .contains("事项：沈某某家门口路灯不亮", "当前步骤：议题征集", "请您：认领这项任务，并在期限内办结。")
                .doesNotContain("沈巧云");
        assertThat(waitingLines(story)).isEmpty();
    }

    @Test
    void whoeverChoseNothingFindsItInTheDailyMail() {
        var story = raise();

        assertThat(taskMails(story)).isEmpty();
        assertThat(waitingLines(story)).containsExactlyInAnyOrder("clerk", "head");
        var task = story.task("task_verifyIssue").getId();
        assertThat(work.unclaimed("head")).anyMatch(note -> task.equals(note.taskId()));
        assertThat(work.unclaimed("clerk-fy")).noneMatch(note -> task.equals(note.taskId()));
        assertThat(work.unclaimed("secretary")).noneMatch(note -> task.equals(note.taskId()));
    }

    @Test
    void aTaskSomebodyGaveYouIsNewsAtOnceOneYouClaimedIsNot() {
        var story = raise();
        var task = story.task("task_verifyIssue").getId();

        as("clerk", () -> engine.getTaskService().claim(task, "clerk"));
        as("clerk", () -> engine.getTaskService().setAssignee(task, null));
        assertThat(taskMails(story)).isEmpty();

        as("admin", () -> engine.getTaskService().setAssignee(task, "head"));
        assertThat(taskMails(story)).extracting(SentMail::address).containsExactly("head@qibu.example");
        assertThat(textOf(taskMails(story).get(0))).contains("这项任务已指定由您承办");
    }

    @Test
    void theLinkOfAMailOpensTheTaskAfterTheLoginAndIsNoted() throws Exception {
        choices.keep("clerk", new MailChoice(Locale.CHINESE, NewTasks.AT_ONCE, false, 9, true));
        var story = raise();
        var task = story.task("task_verifyIssue").getId();
        var link = textOf(taskMails(story).get(0)).replaceAll("(?s).*(/staff/tasks/\\S+).*", "$1");

        web.perform(get(link)).andExpect(redirectedUrl("/login"));
        web.perform(get(link).with(user("clerk")))
                .andExpect(redirectedUrl("/camunda/app/tasklist/default/#/?task=" + task));
        assertThat(openedBy(task)).containsExactly("clerk");

        story.verify();
        web.perform(get(link).with(user("clerk")))
                .andExpect(redirectedUrl("/staff/matters/" + story.no()))
                .andExpect(flash().attribute("done", "staffmail.task.over"));
    }

    @Test
    void aTaskOfAnotherCommunityIsNotThere() throws Exception {
        var task = raise().task("task_verifyIssue").getId();

        web.perform(get("/staff/tasks/" + task + "/open").with(user("clerk-fy")))
                .andExpect(status().isNotFound());
        web.perform(get("/staff/tasks/nonsense/open").with(user("clerk"))).andExpect(status().isNotFound());
    }

    @Test
    void theDeputyMayDoWhatTheAbsentColleagueCouldAndTheRecordSaysForWhom() throws Exception {
        var story = raise();
        var task = story.task("task_verifyIssue").getId();
        as("clerk", () -> engine.getTaskService().claim(task, "clerk"));
        assertThatThrownBy(() -> story.by("head", "task_verifyIssue", Forms.verified()))
                .isInstanceOf(TaskUnavailable.class);

        away("clerk", "head").andExpect(flash().attribute("answer", "me.away.kept"));

        perform("head", get("/staff/me"))
                .andExpect(content().string(Matchers.containsString("林晓燕，代理至")))
                .andExpect(content().string(Matchers.containsString("/staff/me/tasks/" + task + "/take")));
        perform("head", get("/api/me/for-others"))
                .andExpect(jsonPath("$[*].name").value(Matchers.contains("林晓燕")))
                .andExpect(jsonPath("$[0].tasks").value(Matchers.greaterThan(0)));
        perform("secretary", get("/api/me/for-others")).andExpect(jsonPath("$").isEmpty());
        web.perform(get("/staff/tasks/" + task + "/open").with(user("head")))
                .andExpect(redirectedUrl("/staff/me#for-others"));
        perform("head", post("/staff/me/tasks/" + task + "/take"))
                .andExpect(redirectedUrl("/staff/tasks/" + task + "/open"));
        story.by("head", "task_verifyIssue", Forms.verified());

        assertThat(records.latest(story.no(), "verify-issue"))
                .hasValueSatisfying(record ->
                        assertThat(List.of(record.actor(), record.onBehalfOf())).containsExactly("head", "clerk"));
        perform("head", get("/staff/matters/" + story.no()))
                .andExpect(content().string(Matchers.containsString("周国强（代林晓燕）")));
    }

    @Test
    void theDeputyCompletesWithoutTakingOverFirst() throws Exception {
        var story = raise();
        var task = story.task("task_verifyIssue").getId();
        as("clerk", () -> engine.getTaskService().claim(task, "clerk"));
        away("clerk", "head");

        story.by("head", "task_verifyIssue", Forms.verified());

        assertThat(engine.getHistoryService()
                        .createHistoricTaskInstanceQuery()
                        .taskId(task)
                        .singleResult()
                        .getAssignee())
                .isEqualTo("head");
        assertThat(records.latest(story.no(), "verify-issue").orElseThrow().onBehalfOf())
                .isEqualTo("clerk");
    }

    @Test
    void onesOwnTaskIsDoneForNobodyElse() throws Exception {
        var story = raise();
        away("clerk", "head");

        story.by("head", "task_verifyIssue", Forms.verified());

        assertThat(records.latest(story.no(), "verify-issue").orElseThrow().onBehalfOf())
                .isNull();
    }

    @Test
    void whatStandsAgainstTheDeputyStillDoes() throws Exception {
        var body = electorate("RESIDENTS_REP_MEETING");
        var heads = body.total().heads();
        var story = agreed("RES_MAJOR")
                .by("secretary", "task_partyStudy", Forms.partyStudied("SUBMIT"))
                .poll(body.id())
                .by("teller", "task_enterBallots", Forms.counted(heads, heads))
                .by("scrutineer", "task_certifyCount", Forms.certified(false));
        var task = story.task("task_enterBallots").getId();
        as("teller2", () -> engine.getTaskService().claim(task, "teller2"));
        away("teller2", "teller").andExpect(flash().attributeExists("answer"));

        assertThatThrownBy(() -> story.by("teller", "task_enterBallots", Forms.counted(heads, heads)))
                .isInstanceOf(NotYourTask.class)
                .hasMessageContaining("重新清点要换另一组人");
    }

    @Test
    void mailToWhoeverIsAwayGoesToTheDeputyAndSaysForWhom() throws Exception {
        choices.keep("head", new MailChoice(Locale.CHINESE, NewTasks.AT_ONCE, false, 9, true));
        away("clerk", "head");
        var story = raise();
        var task = story.task("task_verifyIssue").getId();

        as("admin", () -> engine.getTaskService().setAssignee(task, "clerk"));

        var mails = taskMails(story);
        assertThat(mails).extracting(SentMail::address).containsOnly("head@qibu.example");
        assertThat(mails.get(mails.size() - 1).subject()).endsWith("（代林晓燕办理）");
    }

    @Test
    void onlyAColleagueOfTheSameCommunityAndOfficeWhoIsThereCanStandIn() throws Exception {
        away("clerk", "secretary").andExpect(content().string(Matchers.containsString("代理人应是同一社区、同一岗位的同事")));
        away("clerk", "clerk").andExpect(content().string(Matchers.containsString("代理人应是同一社区、同一岗位的同事")));
        away("head", "clerk").andExpect(flash().attributeExists("answer"));
        away("clerk", "head").andExpect(content().string(Matchers.containsString("周国强这段时间也不在岗")));
        away("head", "clerk").andExpect(content().string(Matchers.containsString("这段时间您已登记过外出（")));
        away("clerk", "clerk-fy", today(), today().minusDays(1))
                .andExpect(content().string(Matchers.containsString("结束日期不能早于开始日期")));
        away("clerk", "clerk-fy", today().minusDays(1), today())
                .andExpect(content().string(Matchers.containsString("开始日期不能早于今天")));
    }

    @Test
    void aDeputyOfAnotherCommunityGetsNoTaskOutsideTheirOwn() throws Exception {
        var story = raise();
        away("clerk", "clerk-fy").andExpect(flash().attributeExists("answer"));

        assertThatThrownBy(() -> story.by("clerk-fy", "task_verifyIssue", Forms.verified()))
                .isInstanceOf(TaskUnavailable.class);
    }

    @Test
    void whenTheAbsenceEndsSoDoesTheDeputysRight() throws Exception {
        var story = raise();
        var task = story.task("task_verifyIssue").getId();
        as("clerk", () -> engine.getTaskService().claim(task, "clerk"));
        away("clerk", "head");
        var id = database.sql("select id from absence").query(Long.class).single();

        perform("head", post("/staff/me/absences/" + id + "/end"))
                .andExpect(flash().attribute("answer", "me.away.over"));
        perform("clerk", post("/staff/me/absences/" + id + "/end"))
                .andExpect(flash().attribute("answer", "me.away.ended"));

        assertThatThrownBy(() -> story.by("head", "task_verifyIssue", Forms.verified()))
                .isInstanceOf(TaskUnavailable.class);
        perform("head", post("/staff/me/tasks/" + task + "/take")).andExpect(flash().attributeExists("refused"));
    }

    @Test
    void theSettingsOfMailAreKept() throws Exception {
        perform(
                        "clerk",
                        post("/staff/me/mail")
                                .param("language", "en")
                                .param("newTasks", "OFF")
                                .param("remindersInDigest", "true")
                                .param("digestHour", "17"))
                .andExpect(redirectedUrl("/staff/me"));

        assertThat(choices.of("clerk")).isEqualTo(new MailChoice(Locale.ENGLISH, NewTasks.OFF, true, 17, false));
        assertThat(choices.of("head")).isEqualTo(MailChoice.USUAL);
    }

    @Test
    void anAdministratorChangesTheWordsOfMailsAfterLookingAtThem() throws Exception {
        var path = "/staff/mail/templates/task/zh";
        asAdmin(get("/staff/mail/templates")).andExpect(content().string(Matchers.containsString(path)));
        asAdmin(get(path))
                .andExpect(content().string(Matchers.containsString("{{taskName}}")))
                .andExpect(content().string(Matchers.containsString("随系统提供的文字")));
        asAdmin(post(path + "/preview").param("subject", "请办 {{taskName}}").param("body", "编号：{{matterNo}}"))
                .andExpect(content().string(Matchers.containsString("请办 核实归并议题")))
                .andExpect(header().string(
                                "Content-Security-Policy", Matchers.containsString("style-src 'unsafe-inline'")));
        asAdmin(post(path).param("subject", "{{proposerName}}").param("body", "x"))
                .andExpect(content().string(Matchers.containsString("没有“{{proposerName}}”这个填空项")));

        asAdmin(post(path).param("subject", "请办 {{taskName}}").param("body", "编号：{{matterNo}}"))
                .andExpect(redirectedUrl(path));
        choices.keep("clerk", new MailChoice(Locale.CHINESE, NewTasks.AT_ONCE, false, 9, true));
        assertThat(taskMails(raise()).get(0).subject()).isEqualTo("请办 核实归并议题");

        asAdmin(post(path + "/shipped")).andExpect(redirectedUrl(path));
        assertThat(taskMails(raise()).get(0).subject()).startsWith("【七步】新任务");
        perform("clerk", get(path)).andExpect(status().isForbidden());
        perform("clerk", post(path).param("subject", "x").param("body", "x")).andExpect(status().isForbidden());
    }

    private ResultActions asAdmin(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(user("admin").roles("camunda-admin")).with(csrf()));
    }

    private ResultActions away(String account, String deputy) throws Exception {
        return away(account, deputy, today(), today().plusDays(3));
    }

    private ResultActions away(String account, String deputy, LocalDate from, LocalDate to) throws Exception {
        return perform(
                account,
                post("/staff/me/absences")
                        .param("fromDay", from.toString())
                        .param("toDay", to.toString())
                        .param("deputy", deputy)
                        .param("note", "请关注东门路灯"));
    }

    private ResultActions perform(String account, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(user(account)).with(csrf()));
    }

    private LocalDate today() {
        return Calendars.dayOf(clock.instant());
    }

    private List<SentMail> taskMails(Story story) {
        return mails.of(story.no()).stream()
                .filter(mail -> mail.kind() == MailKind.TASK)
                .toList();
    }

    private String textOf(SentMail mail) {
        return database.sql("select text from outbox_mail where id = ?")
                .param(mail.id())
                .query(String.class)
                .single();
    }

    private List<String> waitingLines(Story story) {
        return database.sql("select account_id from digest_line where matter_no = ? and kind = 'TASK'")
                .param(story.no())
                .query(String.class)
                .list();
    }

    private List<String> openedBy(String task) {
        return database.sql(
                        "select mail_opening.account_id from mail_opening join staff_mail using (token) where task_id = ?")
                .param(task)
                .query(String.class)
                .list();
    }
}
