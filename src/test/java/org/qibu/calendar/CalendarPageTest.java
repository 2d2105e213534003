package org.qibu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibu.process.ProcessTest;
import org.qibu.sheets.Column;
import org.qibu.sheets.writer.SheetWriter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The working calendar in the browser: everybody of staff reads it, administrators keep it, and deadlines follow. */
class CalendarPageTest extends ProcessTest {

    private static final String SOURCE = "国务院办公厅关于部分节假日安排的通知";

    @Autowired
    WebApplicationContext application;

    @Autowired
    Calendars calendars;

    @Autowired
    SheetWriter writer;

    private final int year = LocalDate.now().getYear() + 3;

    private MockMvc web;

    @BeforeEach
    void openTheDoors() {
        web = MockMvcBuilders.webAppContextSetup(application)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
    }

    private static RequestPostProcessor admin() {
        return user("admin").roles("camunda-admin");
    }

    private ResultActions setDay(LocalDate day, String kind) throws Exception {
        return web.perform(post("/staff/calendar/day")
                .param("day", day.toString())
                .param("kind", kind)
                .param("name", "停电")
                .with(csrf())
                .with(admin()));
    }

    private ResultActions page(int year) throws Exception {
        return web.perform(
                get("/staff/calendar").param("year", String.valueOf(year)).with(admin()));
    }

    @Test
    void staffReadTheCalendarAndOnlyAdministratorsChangeIt() throws Exception {
        web.perform(get("/staff/calendar").param("year", "2026").with(user("clerk")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("国庆节")))
                .andExpect(content().string(containsString("10月1日至10月7日，共 7 天")))
                .andExpect(content().string(not(containsString("/staff/calendar/day"))));
        for (var door : List.of("day", "enter")) {
            web.perform(post("/staff/calendar/" + door)
                            .param("day", year + "-03-01")
                            .param("kind", "REST")
                            .param("year", String.valueOf(year))
                            .param("source", SOURCE)
                            .param("lines", year + "-03-01 休")
                            .with(csrf())
                            .with(user("clerk").roles("residents-committee")))
                    .andExpect(status().isForbidden());
        }
        web.perform(get("/staff/calendar")).andExpect(redirectedUrl("/login"));
    }

    @Test
    void aYearIsLookedThroughEnteredAsAWholeAndFetched() throws Exception {
        var first = LocalDate.of(year, 1, 1);
        var sunday = first.plusDays(13L - first.getDayOfWeek().getValue());
        var rows = first + " 休 元旦\n" + sunday + " 班 元旦\n";
        page(year).andExpect(content().string(containsString(year + "年的放假安排尚未录入，按周末计算。")));

        web.perform(multipart("/staff/calendar/preview")
                        .param("year", String.valueOf(year))
                        .param("source", SOURCE)
                        .param("lines", rows + year + "-02-30 休 春节\n")
                        .with(csrf())
                        .with(admin()))
                .andExpect(content().string(containsString("有 1 行需要改正，没有录入。")))
                .andExpect(content().string(not(containsString("确认录入"))));
        web.perform(multipart("/staff/calendar/preview")
                        .file(new MockMultipartFile("file", "year.xlsx", null, sheet(first, sunday)))
                        .param("year", String.valueOf(year))
                        .param("source", SOURCE)
                        .with(csrf())
                        .with(admin()))
                .andExpect(content().string(containsString("共放假 1 天，调休上班 1 天")))
                .andExpect(content().string(containsString("确认录入")));
        assertThat(calendars.today().isWorkingDay(sunday)).isFalse();

        web.perform(post("/staff/calendar/enter")
                        .param("year", String.valueOf(year))
                        .param("source", SOURCE)
                        .param("lines", rows)
                        .with(csrf())
                        .with(admin()))
                .andExpect(redirectedUrl("/staff/calendar?year=" + year));
        assertThat(calendars.today().isWorkingDay(sunday)).isTrue();
        assertThat(calendars.today().isWorkingDay(first)).isFalse();
        page(year)
                .andExpect(content().string(containsString("依据：" + SOURCE)))
                .andExpect(content().string(containsString("放假 1 天，调休上班 1 天")))
                .andExpect(content().string(not(containsString(year + "年的放假安排尚未录入"))));
        web.perform(get("/staff/calendar/" + year + ".csv").with(user("clerk")))
                .andExpect(content().string(containsString(sunday + ",班,元旦")));
        web.perform(get("/staff/calendar")
                        .param("year", String.valueOf(year))
                        .param("lang", "en")
                        .with(admin()))
                .andExpect(content().string(containsString("Working calendar")));
    }

    private byte[] sheet(LocalDate off, LocalDate worked) {
        return writer.xlsx(
                "放假安排",
                List.of(Column.required("day", "日期"), Column.required("kind", "类型"), Column.optional("name", "名称")),
                List.of(List.of(off.toString(), "休", "元旦"), List.of(worked.toString(), "班", "元旦")));
    }

    @Test
    void aDayThatIsTakenOffMovesTheDeadlinesThatCountIt() throws Exception {
        var story = raise();
        var before = story.task("task_verifyIssue").getDueDate().toInstant();
        var due = Calendars.dayOf(before);
        try {
            setDay(due, "REST")
                    .andExpect(redirectedUrl("/staff/calendar?year=" + due.getYear()))
                    .andExpect(flash().attributeExists("moved"));
            var after = story.task("task_verifyIssue").getDueDate().toInstant();
            assertThat(after).isEqualTo(Calendars.dueOn(calendars.today().afterDays(due, 0)));
            page(due.getYear()).andExpect(content().string(containsString("休息 停电")));
        } finally {
            setDay(due, "USUAL");
        }
        assertThat(story.task("task_verifyIssue").getDueDate().toInstant()).isEqualTo(before);
    }

    @Test
    void whatIsNoDayIsRefusedInASentence() throws Exception {
        web.perform(post("/staff/calendar/day")
                        .param("day", "2026-02-30")
                        .param("kind", "REST")
                        .with(csrf())
                        .with(admin()))
                .andExpect(flash().attribute("refused", "请选择一天。"));
        web.perform(multipart("/staff/calendar/preview")
                        .file(new MockMultipartFile("file", "x.xls", null, "x".getBytes(StandardCharsets.UTF_8)))
                        .param("year", String.valueOf(year))
                        .param("source", SOURCE)
                        .with(csrf())
                        .with(admin()))
                .andExpect(redirectedUrl("/staff/calendar?year=" + year));
    }
}
