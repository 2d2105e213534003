package org.qibu.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibu.calendar.MovableClock;
import org.qibu.process.Forms;
import org.qibu.process.ProcessTest;
import org.qibu.process.Story;
import org.qibu.sheets.Column;
import org.qibu.sheets.reader.SheetReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What forms cost staff: counted as they are sent, and shown to staff of the same communities. */
class LoadReportTest extends ProcessTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    MovableClock clock;

    @Autowired
    SheetReader reader;

    private MockMvc web;
    private Duration before;

    @BeforeEach
    void openTheDoors() {
        before = clock.ahead();
        web = MockMvcBuilders.webAppContextSetup(application)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
    }

    @AfterEach
    void turnTheClockBack() {
        clock.runAhead(before);
    }

    /** One line of the table: form, step, who, fields that hold something, those left as they stood, minutes. */
    private List<List<String>> lines(Story story) throws Exception {
        var table = web.perform(get("/staff/reports/load.csv")
                        .param("matter", story.no())
                        .with(user("clerk")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        try (var parsed = CSVFormat.EXCEL.parse(new StringReader(table.substring(1)))) {
            var lines = parsed.stream().skip(1).map(LoadReportTest::line).toList();
            assertThat(table).startsWith("\uFEFF事项编号,");
            return lines;
        }
    }

    private static List<String> line(CSVRecord line) {
        return List.of(line.get(4), line.get(3), line.get(5), line.get(7), line.get(8), line.get(10));
    }

    private void open(String account, Story story, String task) {
        as(
                account,
                () -> engine.getFormService()
                        .getTaskFormVariables(story.task(task).getId()));
    }

    private void pass(Duration time) {
        clock.runAhead(clock.ahead().plus(time));
    }

    @Test
    void everyFormIsCountedFieldByFieldAndWhatStoodThereIsNotTyped() throws Exception {
        var story = raise().verify().setAgenda().meet(Forms.met(10));

        assertThat(lines(story))
                .containsExactly(
                        List.of("会议记录", "协商议事", "何思远", "42", "24", ""),
                        List.of("确定议题", "议题确定", "沈卫红", "6", "1", ""),
                        List.of("确定协商主体", "议题确定", "林晓燕", "49", "0", ""),
                        List.of("调查论证", "议题确定", "林晓燕", "5", "1", ""),
                        List.of("核实归并", "议题征集", "林晓燕", "9", "2", ""),
                        List.of("登记议题", "议题征集", "林晓燕", "9", "0", ""));
    }

    @Test
    void aSittingIsTimedFromItsOpeningAndEndsAtAnHour() throws Exception {
        var story = raise();
        open("clerk", story, "task_verifyIssue");
        pass(Duration.ofMinutes(20));
        open("clerk", story, "task_verifyIssue");
        pass(Duration.ofSeconds(150));
        story.verify();
        open("clerk", story, "task_studyTopic");
        pass(Duration.ofMinutes(31));
        open("clerk", story, "task_studyTopic");
        pass(Duration.ofMinutes(3));
        story.by("clerk", "task_studyTopic", Forms.studied());
        open("head", story, "task_nameParties");
        open("clerk", story, "task_nameParties");
        pass(Duration.ofHours(5));
        story.by("clerk", "task_nameParties", Forms.parties());

        assertThat(lines(story)).extracting(line -> line.get(5)).containsExactly("60.0", "3.0", "22.5", "");
    }

    @Test
    void aSmallMatterIsFoundWithinItsLimitAndOneInDepthToo() throws Exception {
        var small = raise().by("clerk", "task_verifyIssue", Forms.small())
                .by("clerk", "task_settleInstantly", Forms.settled("SETTLED"))
                .by("clerk", "task_reportDone", Map.of("doneText", "物业已清洗。"))
                .fire("timer_surveyOver")
                .evaluate(Forms.evaluatedGood());
        var deep = published().review(Forms.evaluatedGood());
        var looped = decided()
                .plan()
                .by("property", "task_progress", Forms.delayed(25))
                .by("secretary", "task_approveDelay", Forms.granted(25))
                .by("property", "task_progress", Forms.done());

        assertThat(countedOf(small)).isEqualTo("4 / 4 张");
        assertThat(countedOf(deep)).isEqualTo("14 / 16 张");
        assertThat(countedOf(looped)).isEqualTo("9 / 16 张");
    }

    private String countedOf(Story story) throws Exception {
        var page = page("/staff/reports/load?matter=" + story.no());
        var row = page.substring(page.indexOf("/staff/matters/" + story.no()));
        return row.substring(0, row.indexOf("</tr>")).replaceAll("(?s).*>([^<]*张)</span>.*", "$1");
    }

    private String page(String address) throws Exception {
        return web.perform(get(address).with(user("clerk")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void eachNumberOpensItsForms() throws Exception {
        var story = raise().verify();
        web.perform(get("/staff/reports/load/forms").param("matter", story.no()).with(user("clerk")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("共 2 张表单，由人填写 16 项，系统带入 2 项。")))
                .andExpect(content().string(containsString("/staff/matters/" + story.no())));
        web.perform(get("/staff/reports/load/forms")
                        .param("matter", story.no())
                        .param("step", "S3")
                        .with(user("clerk")))
                .andExpect(content().string(containsString("共 0 张表单")));
        assertThat(page("/staff/reports/load")).contains("/staff/reports/load/forms?", "&amp;step=S1", "account=clerk");
        web.perform(get("/staff/reports").with(user("clerk"))).andExpect(redirectedUrl("/staff/reports/load"));
    }

    @Test
    void staffSeeTheirOwnCommunitiesOnlyAndNobodyElseAnything() throws Exception {
        var story = raise();
        var theirs = raiseAs("clerk", "HZ-FY", Map.of());
        for (var door : List.of("/staff/reports/load", "/staff/reports/load/forms", "/staff/reports/load.csv")) {
            web.perform(get(door).with(user("clerk-fy")))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(theirs.no())))
                    .andExpect(content().string(not(containsString(story.no()))));
            web.perform(get(door).param("community", "HZ-AS").with(user("clerk-fy")))
                    .andExpect(content().string(not(containsString(story.no()))));
            web.perform(get(door).param("community", "HZ-FY").with(user("subdistrict")))
                    .andExpect(content().string(containsString(theirs.no())))
                    .andExpect(content().string(not(containsString(story.no()))));
            web.perform(get(door)).andExpect(redirectedUrl("/login"));
        }
    }

    @Test
    void theTableOpensInASpreadsheetAndOtherTimesAreEmpty() throws Exception {
        var story = raise();
        var file = web.perform(get("/staff/reports/load.xlsx")
                        .param("matter", story.no())
                        .with(user("clerk")))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(reader.read("load.xlsx", file, List.of(Column.required("matterNo", "事项编号"))))
                .singleElement()
                .satisfies(row -> assertThat(row.get("matterNo")).isEqualTo(story.no()));
        web.perform(get("/staff/reports/load")
                        .param("from", "2020-01-01")
                        .param("to", "2020-01-31")
                        .with(user("clerk")))
                .andExpect(content().string(containsString("这段时间没有工作人员提交过表单。")));
        web.perform(get("/staff/reports/load").param("from", "nonsense").with(user("clerk")))
                .andExpect(status().isOk());
        web.perform(get("/staff/reports/load").param("lang", "en").with(user("clerk")))
                .andExpect(content().string(containsString("Load of forms")));
    }
}
