package org.qibu.mail.page;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibu.calendar.Calendars;
import org.qibu.calendar.MovableClock;
import org.qibu.calendar.TimeDriven;
import org.qibu.deadlines.Deadlines;
import org.qibu.engine.process.EngineClock;
import org.qibu.mail.staff.MailChoice;
import org.qibu.mail.staff.MailChoice.NewTasks;
import org.qibu.mail.staff.MailChoices;
import org.qibu.process.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What the page of mails says of a rung: when it was due, when it was queued, who opened it. */
class RungMailPageTest extends ProcessTest {

    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Calendars.CHINA);

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private Calendars calendars;

    @Autowired
    private MovableClock clock;

    @Autowired
    private EngineClock engineClock;

    @Autowired
    private MailChoices choices;

    @Autowired
    private List<TimeDriven> sweeps;

    @Autowired
    private JdbcClient database;

    private MockMvc web;

    @BeforeEach
    void nobodyElseIsLate() {
        web = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        database.sql("update deadline set state = 'DONE' where state = 'OPEN'").update();
    }

    @AfterEach
    void itIsTodayAgain() {
        move(Duration.ZERO);
        database.sql("delete from mail_choice").update();
    }

    @Test
    void aRungThatWentOutLateShowsWhenItWasDueAndWhenItWasQueuedAndWhoOpenedIt() throws Exception {
        var story = raise();
        var due = story.task("task_verifyIssue").getDueDate().toInstant();
        var rung = ninth(calendars.today().afterWorkingDays(Calendars.dayOf(due), 3));
        var anHourLater = rung.plus(Duration.ofHours(1));
        moveTo(anHourLater);
        deadlines.sweep();

        mailsOf(story.no(), "OVERDUE_L2")
                .andExpect(content().string(containsString("周国强")))
                .andExpect(content().string(containsString(SHOWN.format(due))))
                .andExpect(content().string(containsString(SHOWN.format(rung))))
                .andExpect(content().string(containsString(SHOWN.format(anHourLater))));

        var link = linkTo("head", "OVERDUE_L2", story.no());
        web.perform(get(link)).andExpect(redirectedUrl("/login"));
        web.perform(get(link).with(user("head")))
                .andExpect(redirectedUrl("/camunda/app/tasklist/default/#/?task="
                        + story.task("task_verifyIssue").getId()));
        mailsOf(story.no(), "OVERDUE_L2")
                .andExpect(content().string(containsString("周国强 " + SHOWN.format(anHourLater))));
    }

    @Test
    void aDailyMailIsSeenByWhoeverSharesACommunityWithItsReader() throws Exception {
        choices.keep("clerk-fy", new MailChoice(Locale.CHINESE, NewTasks.DIGEST, true, 9, false));
        var story = raiseAs("clerk", "HZ-FY", Map.of());
        moveTo(ninth(calendars.today().afterWorkingDays(Calendars.dayOf(clock.instant()), 1))
                .plus(Duration.ofMinutes(6)));
        sweeps.stream()
                .filter(sweep -> sweep.getClass().getPackageName().startsWith("org.qibu.mail."))
                .forEach(TimeDriven::runDue);

        digests("head").andExpect(content().string(containsString("clerk-fy@qibu.example")));
        digests("property2").andExpect(content().string(not(containsString("clerk-fy@qibu.example"))));
        web.perform(get(linkTo("clerk-fy", "DIGEST", null)).with(user("clerk-fy")))
                .andExpect(redirectedUrl("/camunda/app/tasklist/default/"));
        story.waitsAt("task_verifyIssue");
    }

    private ResultActions mailsOf(String matterNo, String kind) throws Exception {
        return web.perform(
                get("/staff/mail?kind=" + kind + "&matter=" + matterNo).with(user("head")));
    }

    private ResultActions digests(String account) throws Exception {
        return web.perform(get("/staff/mail?kind=DIGEST").with(user(account)));
    }

    private String linkTo(String account, String kind, String matterNo) {
        var text = database.sql("""
                        select text from outbox_mail
                        where kind = :kind and address = :address and matter_no is not distinct from :matter
                        order by id desc limit 1""")
                .param("kind", kind)
                .param("address", account + "@qibu.example")
                .param("matter", matterNo)
                .query(String.class)
                .single();
        return text.replaceAll("(?s).*https?://[^/]+(/staff/\\S+).*", "$1");
    }

    private static Instant ninth(LocalDate day) {
        return day.atTime(9, 0).atZone(Calendars.CHINA).toInstant();
    }

    private void moveTo(Instant moment) {
        move(Duration.between(clock.instant().minus(clock.ahead()), moment));
    }

    private void move(Duration ahead) {
        clock.runAhead(ahead);
        engineClock.runAhead(ahead);
    }
}
