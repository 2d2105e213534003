package org.qibu.access.absence;

import static org.assertj.core.api.Assertions.assertThat;
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

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibu.calendar.Calendars;
import org.qibu.mail.MailKind;
import org.qibu.mail.SentMail;
import org.qibu.mail.staff.MailChoice;
import org.qibu.mail.staff.MailChoice.NewTasks;
import org.qibu.mail.staff.MailChoices;
import org.qibu.process.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A colleague who is ill cannot log in; somebody else enters the absence and whoever it concerns is told. */
class AbsencesPageTest extends ProcessTest {

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private JdbcClient database;

    @Autowired
    private MailChoices choices;

    @Autowired
    private Clock clock;

    private MockMvc web;

    @BeforeEach
    void openTheDoor() {
        web = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
    }

    @AfterEach
    void everybodyIsBack() {
        database.sql("delete from absence").update();
        database.sql("delete from mail_choice").update();
    }

    @Test
    void bothAreToldWhoEnteredItAndTheRecordKeepsIt() throws Exception {
        enter("admin", "clerk", "head", 4).andExpect(flash().attribute("answer", "absences.kept"));

        assertThat(mailsSince("head")).first().satisfies(mail -> {
            assertThat(mail.subject()).startsWith("【七步】请您代理林晓燕的工作（");
            assertThat(mail.text()).contains("登记人：系统管理员", "交接说明：请关注东门路灯", "由您代理");
        });
        assertThat(mailsSince("clerk")).first().satisfies(mail -> {
            assertThat(mail.subject()).startsWith("【七步】已为您登记外出（");
            assertThat(mail.text())
                    .as("both belong to several communities, none of which the mail is about")
                    .contains("代理人：周国强", "登记人：系统管理员")
                    .doesNotContain("社区\n");
        });
        assertThat(database.sql("select entered_by from absence")
                        .query(String.class)
                        .single())
                .isEqualTo("admin");
        perform("clerk", get("/staff/me")).andExpect(content().string(containsString("由系统管理员登记")));
        perform("admin", get("/staff/absences")).andExpect(content().string(containsString("由系统管理员登记")));

        var link = mailsSince("head").get(0).text().replaceAll("(?s).*(/staff/mail/\\S+/open).*", "$1");
        perform("head", get(link)).andExpect(redirectedUrl("/staff/me"));
    }

    @Test
    void endingItForSomebodyTellsBothAndOnesOwnTellsTheDeputy() throws Exception {
        enter("head", "clerk", "clerk-fy", 4);
        perform("head", post("/staff/absences/" + id() + "/end"))
                .andExpect(flash().attribute("answer", "absences.ended"));
        assertThat(mailsSince("clerk").get(0).subject()).startsWith("【七步】您的外出登记已结束");
        assertThat(mailsSince("clerk-fy").get(0).subject()).isEqualTo("【七步】您不再代理林晓燕的工作");
        assertThat(database.sql("select ended_by from absence")
                        .query(String.class)
                        .single())
                .isEqualTo("head");
        perform("head", post("/staff/absences/" + id() + "/end"))
                .andExpect(flash().attribute("answer", "me.away.over"));

        enter("head", "clerk", "head", 4);
        perform("clerk", post("/staff/me/absences/" + id() + "/end"))
                .andExpect(flash().attribute("answer", "me.away.ended"));
        assertThat(mailsSince("head").get(0).subject()).isEqualTo("【七步】您不再代理林晓燕的工作");
    }

    @Test
    void theHeadEntersForTheirOwnCommunityOnlyAndWhoeverStandsInForTheHeadToo() throws Exception {
        perform("head", get("/staff/absences?person=clerk")).andExpect(content().string(containsString("登记林晓燕外出")));
        enter("head", "leader", "subdistrict", 4).andExpect(status().isNotFound());
        enter("head", "nobody", "clerk", 4).andExpect(status().isNotFound());
        enter("clerk", "head", "clerk", 4).andExpect(status().isForbidden());
        perform("clerk", get("/staff/absences")).andExpect(status().isForbidden());
        perform("admin", get("/staff/absences?person=leader"))
                .andExpect(content().string(containsString("登记蒋宏亮外出")));

        enter("admin", "head", "clerk", 4);
        perform("clerk", get("/staff/absences")).andExpect(status().isOk());
        perform("clerk", get("/staff/me")).andExpect(content().string(containsString("/staff/absences")));
    }

    @Test
    void aTimeThatOverlapsIsRefusedWithItsDays() throws Exception {
        enter("admin", "clerk", "head", 4);

        enter("head", "clerk", "clerk-fy", 9)
                .andExpect(content().string(containsString("这段时间林晓燕已登记过外出（" + today() + " 至 " + today().plusDays(4))));
        enter("admin", "clerk", "secretary", -1).andExpect(content().string(containsString("结束日期不能早于开始日期")));
    }

    @Test
    void whoeverStandsInForSomebodyHandsThatOnAndNobodyStandsInForThemselves() throws Exception {
        enter("admin", "clerk", "head", 4);
        enter("admin", "head", "clerk", 2).andExpect(content().string(containsString("林晓燕这段时间也不在岗")));
        enter("admin", "head", "clerk-fy", 2).andExpect(flash().attribute("answer", "absences.kept"));

        assertThat(mailsSince("clerk-fy").get(0).text()).contains("同时转来的代理：林晓燕");
        perform("admin", get("/staff/absences")).andExpect(content().string(containsString("周国强也不在岗，今天的工作转由费雅芳办理。")));
        enter("admin", "clerk-fy", "head", 2)
                .andExpect(content().string(containsString("由费雅芳代理")))
                .andExpect(content().string(containsString("周国强这段时间也不在岗")));
    }

    @Test
    void whereTheDeputyDoesNotBelongMailStillGoesToThePerson() throws Exception {
        choices.keep("clerk", new MailChoice(Locale.CHINESE, NewTasks.AT_ONCE, false, 9, true));
        enter("admin", "clerk", "clerk-fy", 4).andExpect(flash().attribute("uncovered", hasItem("爱山街道爱山社区")));
        var story = raise();

        as(
                "admin",
                () -> engine.getTaskService()
                        .setAssignee(story.task("task_verifyIssue").getId(), "clerk"));

        assertThat(mails.of(story.no()).stream().filter(mail -> mail.kind() == MailKind.TASK))
                .extracting(SentMail::address)
                .containsOnly("clerk@qibu.example");
        assertThat(mailsSince("clerk-fy").get(0).text()).contains("不能代办的社区：", "爱山社区");
    }

    private ResultActions enter(String by, String person, String deputy, int days) throws Exception {
        return perform(
                by,
                post("/staff/absences")
                        .param("person", person)
                        .param("fromDay", today().toString())
                        .param("toDay", today().plusDays(days).toString())
                        .param("deputy", deputy)
                        .param("note", "请关注东门路灯"));
    }

    private ResultActions perform(String account, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(user(account)).with(csrf()));
    }

    private long id() {
        return database.sql("select max(id) from absence").query(Long.class).single();
    }

    private record Told(String subject, String text) {}

    /** What an account was told about absences, the latest first. */
    private List<Told> mailsSince(String account) {
        return database.sql(
                        "select subject, text from outbox_mail where kind = 'ABSENCE' and address = ? order by id desc")
                .param(account + "@qibu.example")
                .query(Told.class)
                .list();
    }

    private LocalDate today() {
        return Calendars.dayOf(clock.instant());
    }
}
