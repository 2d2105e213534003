package org.qibu.mail.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.qibu.calendar.Calendars;
import org.qibu.calendar.WorkingCalendar;
import org.qibu.limits.Limits;
import org.qibu.mail.Colleagues;
import org.qibu.mail.Invite;
import org.qibu.mail.Letter;
import org.qibu.mail.MailDatabase;
import org.qibu.mail.MailKind;
import org.qibu.mail.MailVisibility;
import org.qibu.mail.NoWork;
import org.qibu.mail.PhoneBook;
import org.qibu.mail.Scope;
import org.qibu.mail.StaffNote;
import org.qibu.mail.TestClock;
import org.qibu.mail.staff.MailLinkClicks;
import org.qibu.mail.staff.RungDues;
import org.qibu.mail.staff.StaffDirectory;
import org.qibu.mail.staff.StaffMails;
import org.qibu.mail.staff.WaitingWork;
import org.qibu.transaction.ReadTogether;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The whole way of a letter: from a room's transaction over the outbox and SMTP into the inbox and onto the pages. */
@SpringBootTest(
        classes = MailRoomTest.Rooms.class,
        properties = {
            "spring.messages.basename=messages/common,messages/mail,messages/mail-staff",
            "qibu.base-url=",
            "spring.thymeleaf.template-resolver-order=1"
        })
// its loop would send the mails of the tests that come after it
@DirtiesContext
@AutoConfigureMockMvc(addFilters = false)
class MailRoomTest {

    private static final String NO = "HZ-AS-2026-0001";
    private static final Invite MEETING = new Invite(
            "m1@qibu", "协商议事会", "邻里中心", Instant.parse("2026-09-24T11:00:00Z"), Duration.ofMinutes(90), "李书记");

    @Autowired
    private Mails mails;

    @Autowired
    private StaffMails staff;

    @Autowired
    private MailLinkClicks openings;

    @Autowired
    private MailDispatcher dispatcher;

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JavaMailSenderImpl sender;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", () -> MailDatabase.server().getJdbcUrl("postgres", "postgres"));
    }

    @BeforeEach
    void clear() {
        dispatcher.drain();
        MailDatabase.empty();
    }

    @Test
    void aLetterReachesTheInboxByItselfAfterTheCommit() throws Exception {
        transaction.executeWithoutResult(running -> mails.send(invitation()));

        await().atMost(Duration.ofSeconds(10))
                .until(() -> "SENT".equals(mails.of(NO).get(0).state()));

        web.perform(get("/api/demo/inbox")
                        .param("to", "WANG@qibu.example")
                        .param("matterNo", NO)
                        .param("kind", "INVITATION"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].to").value("wang@qibu.example"))
                .andExpect(jsonPath("$[0].from").value("qibu@qibu.example"))
                .andExpect(jsonPath("$[0].kind").value("INVITATION"))
                .andExpect(jsonPath("$[0].matterNo").value(NO))
                .andExpect(jsonPath("$[0].subject").value("【七步】邀请您参加协商议事会：路灯不亮（" + NO + "）"))
                .andExpect(jsonPath("$[0].text").value(containsString("王女士，您好：")))
                .andExpect(jsonPath("$[0].html").value(containsString("路灯不亮")))
                .andExpect(jsonPath("$[0].headers.X-Qibu-Matter").value(NO))
                .andExpect(jsonPath("$[0].receivedAt").value("2026-09-21T01:00:00Z"))
                .andExpect(jsonPath("$[0].attachments[?(@.name == 'invite.ics')].contentType")
                        .value("text/calendar"))
                .andExpect(jsonPath("$[0].attachments[1].text").value(containsString("METHOD:REQUEST")));
    }

    @Test
    void aLetterOfARolledBackTransactionNeverGoes() {
        catchThrowable(() -> transaction.executeWithoutResult(running -> {
            mails.send(invitation());
            throw new IllegalStateException("the caller fails after it");
        }));

        dispatcher.drain();

        assertThat(mails.of(NO)).isEmpty();
    }

    @Test
    void boundsTheWaitingForEveryServer() {
        assertThat(sender.getJavaMailProperties()).containsEntry("mail.smtp.timeout", "10000");
    }

    @Test
    void theInboxFindsAMailByAPartOfItsAddressOnlyOnThePage() throws Exception {
        mails.send(invitation());
        dispatcher.drain();

        web.perform(get("/api/demo/inbox").param("to", "ang@qibu.example"))
                .andExpect(jsonPath("$.length()").value(0));
        web.perform(get("/api/demo/inbox").param("to", "%"))
                .andExpect(jsonPath("$.length()").value(0));
        web.perform(get("/inbox").param("to", "ang@qibu").locale(Locale.CHINA))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("wang@qibu.example"),
                                containsString("会议邀请"),
                                not(containsString("??")))));
        web.perform(get("/inbox").param("to", "nobody"))
                .andExpect(content().string(not(containsString("wang@qibu.example"))));
    }

    @Test
    void theInboxShowsAMailInAFrameWithoutScripts() throws Exception {
        mails.send(invitation());
        dispatcher.drain();
        var id = db.sql("select id from inbox_mail").query(Long.class).single();

        web.perform(get("/inbox/" + id).locale(Locale.CHINA))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(containsString("<iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\"")))
                .andExpect(content().string(containsString("srcdoc=\"&lt;base target=&quot;_blank&quot;&gt;")))
                .andExpect(content().string(containsString("Auto-Submitted")))
                .andExpect(content().string(not(containsString("??"))));
        web.perform(get("/inbox/" + id + "/attachments/1"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("invite.ics")))
                .andExpect(content().string(containsString("DTSTART;TZID=Asia/Shanghai:20260924T190000")));
        web.perform(get("/inbox/" + id + "/raw")).andExpect(content().string(containsString("Message-ID: <")));
        web.perform(get("/inbox/" + id + "/attachments/9")).andExpect(status().isNotFound());
        web.perform(get("/inbox/999999")).andExpect(status().isNotFound());
    }

    @Test
    void staffSeeTheMailsOfTheirCommunitiesOnly() throws Exception {
        mails.send(Room.receipt(NO));
        mails.send(Letter.of("k", MailKind.STATUS, "HZ-FY-2026-0001", "HZ-FY", Room.WANG, Map.of("title", "别的社区")));

        web.perform(get("/staff/mail").principal(() -> "clerk").locale(Locale.CHINA))
                .andExpect(status().isOk())
                .andExpect(
                        content().string(allOf(containsString(NO), containsString("受理回执"), not(containsString("??")))))
                .andExpect(content().string(not(containsString("HZ-FY-2026-0001"))));
        web.perform(get("/staff/mail").param("kind", "STATUS").principal(() -> "clerk"))
                .andExpect(content().string(not(containsString(NO))));
        web.perform(get("/staff/mail")
                        .param("matter", NO.toLowerCase())
                        .principal(() -> "clerk")
                        .locale(Locale.ENGLISH))
                .andExpect(content().string(allOf(containsString(NO), containsString("Receipt"))));
    }

    @Test
    void staffPageThroughManyMails() throws Exception {
        IntStream.range(0, 51).forEach(i -> mails.send(Room.receipt("HZ-AS-2026-9" + i)));

        web.perform(get("/staff/mail").principal(() -> "clerk"))
                .andExpect(content()
                        .string(allOf(
                                containsString("HZ-AS-2026-950"),
                                containsString("page=1"),
                                not(containsString("HZ-AS-2026-90<")))));
        web.perform(get("/staff/mail").param("page", "1").principal(() -> "clerk"))
                .andExpect(content().string(allOf(containsString("HZ-AS-2026-90<"), containsString("page=0"))));
    }

    @Test
    void staffSendAFailedMailOnceMore() throws Exception {
        mails.send(Room.receipt(NO));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> "SENT".equals(mails.of(NO).get(0).state()));
        db.sql("update outbox_mail set state = 'BOUNCED', last_error = '550 gone' where matter_no = :no")
                .param("no", NO)
                .update();
        var id = mails.of(NO).get(0).id();
        web.perform(get("/staff/mail").principal(() -> "clerk"))
                .andExpect(content()
                        .string(allOf(containsString("/staff/mail/" + id + "/resend"), containsString("550 gone"))));

        web.perform(post("/staff/mail/" + id + "/resend").principal(() -> "clerk"))
                .andExpect(redirectedUrl("/staff/mail"))
                .andExpect(flash().attribute("answer", "mail.resend.done"));

        await().atMost(Duration.ofSeconds(10))
                .until(() -> "SENT".equals(mails.of(NO).get(0).state()));
        web.perform(post("/staff/mail/" + id + "/resend").principal(() -> "clerk"))
                .andExpect(flash().attribute("answer", "mail.resend.gone"));
    }

    private static Letter invitation() {
        return Letter.of(
                        "INVITATION:" + NO,
                        MailKind.INVITATION,
                        NO,
                        "HZ-AS",
                        Room.WANG,
                        Map.of("title", "路灯不亮", "venue", "邻里中心"))
                .with(MEETING);
    }

    @Test
    void thePageShowsWhoIsToBeCalledAndWhatBecameOfMailsToStaff() throws Exception {
        db.sql("""
                insert into phone_call (mail_key, kind, matter_no, community_code, account_id, name, address, subject,
                  reason, noted_at)
                values ('k', 'OVERDUE_L1', 'HZ-AS-2026-0001', 'HZ-AS', 'clerk', '<b>王芳', '', '', 'NO_ADDRESS',
                  '2026-09-21T01:00:00Z')""").update();
        staff.tell(
                new StaffNote("head", MailKind.OVERDUE_L1, "t:1", NO, "HZ-AS", "task-1", Map.of("taskName", "核实议题")));
        dispatcher.drain();
        var token = db.sql("select token from staff_mail").query(String.class).single();
        openings.follow(token, "head");

        web.perform(get("/staff/mail"))
                .andExpect(content()
                        .string(allOf(
                                containsString("请电话联系（1 项）"),
                                containsString("&lt;b&gt;王芳"),
                                containsString("tel:13800001234"),
                                containsString("2026-09-18 18:00"),
                                containsString("2026-09-21 09:00"),
                                containsString("李head 2026-09-21 09:00"))));

        var id = db.sql("select id from phone_call").query(Long.class).single();
        web.perform(post("/staff/mail/calls/" + id + "/done")
                        .principal(() -> "clerk")
                        .param("remark", " "))
                .andExpect(flash().attribute("answer", "mailcall.remark.missing"));
        web.perform(post("/staff/mail/calls/" + id + "/done")
                        .principal(() -> "clerk")
                        .param("remark", "已电话告知"))
                .andExpect(flash().attribute("answer", "mailcall.done"));
        web.perform(get("/staff/mail")).andExpect(content().string(not(containsString("请电话联系"))));
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"org.qibu.mail", "org.qibu.embedded"})
    @ImportAutoConfiguration({
        ConfigurationPropertiesAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        MailSenderAutoConfiguration.class,
        MessageSourceAutoConfiguration.class,
        PropertyPlaceholderAutoConfiguration.class,
        ThymeleafAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class Rooms {

        @Bean
        Clock clock() {
            return new TestClock();
        }

        @Bean
        Limits limits(JdbcClient database, Clock clock) {
            return new Limits(database, clock);
        }

        @Bean
        ReadTogether reads(JdbcClient database) {
            return new ReadTogether(database);
        }

        @Bean
        MailVisibility visibility() {
            return user -> new Scope(Set.of("HZ-AS", "TX-HB"), Set.of("clerk"));
        }

        @Bean
        PhoneBook phones() {
            return (missed, user) -> Optional.of("13800001234");
        }

        @Bean
        RungDues rungs() {
            return (task, kind, key) -> Optional.of(
                    new RungDues.Rung(Instant.parse("2026-09-18T10:00:00Z"), Instant.parse("2026-09-21T01:00:00Z")));
        }

        @Bean
        WaitingWork work() {
            return new NoWork();
        }

        @Bean
        Calendars calendars() {
            var everyDayFree = Mockito.mock(Calendars.class);
            Mockito.when(everyDayFree.today())
                    .thenReturn(new WorkingCalendar(Map.of(LocalDate.of(2026, 9, 21), false)));
            return everyDayFree;
        }

        @Bean
        StaffDirectory directory() {
            return new Colleagues();
        }

        /** Stands in while the house has no layout of its own. */
        @Bean
        ClassLoaderTemplateResolver plainLayout() {
            var resolver = new ClassLoaderTemplateResolver();
            resolver.setPrefix("plain/");
            resolver.setSuffix(".html");
            resolver.setTemplateMode(TemplateMode.HTML);
            resolver.setCharacterEncoding("UTF-8");
            resolver.setOrder(2);
            return resolver;
        }
    }
}
