package org.qibu.matter.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibu.calendar.SpokenDates;
import org.qibu.calendar.period.Period;
import org.qibu.calendar.period.PeriodTable;
import org.qibu.process.Forms;
import org.qibu.process.ProcessTest;
import org.qibu.process.Story;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** How long people wait stands in one table; a process that has a number of its own keeps it, and is told of truly. */
class PeriodsTest extends ProcessTest {

    private static final Path TABLE = Path.of("bpmn/shared/periods.dmn");
    private static final Path COLLECTION = Path.of("bpmn/1-issue-collection/issue-collection.bpmn");
    private static final Pattern ROW =
            Pattern.compile("<inputEntry id=\"when_(\\w+)_period\">\\s*<text>\"(.*?)\"</text>", Pattern.DOTALL);
    private static final Pattern TIMER =
            Pattern.compile("<bpmn:time(?:Date|Duration|Cycle)[^>]*>(.*?)</", Pattern.DOTALL);

    @Autowired
    private PeriodTable periods;

    @Autowired
    private JdbcClient database;

    @Autowired
    private WebApplicationContext application;

    @AfterEach
    void putBackTheFiles() throws IOException {
        deployAsProcessAdmin("periods.dmn", Files.readString(TABLE));
        deployAsProcessAdmin("issue-collection.bpmn", Files.readString(COLLECTION));
    }

    @ParameterizedTest
    @CsvSource({
        "MORE_INFO,5 个工作日",
        "RECHECK,15 天",
        "REVIVAL,30 天",
        "SAME_PLACE,90 天",
        "ROUND_GAP,3 天",
        "MINUTES_CORRECTION,3 个工作日",
        "VOTING,15 天",
        "VOTING_EXTENDED,15 天",
        "SHORT_DELAY,15 天",
        "OBJECTION_ANSWER,5 个工作日",
        "SURVEY,10 天",
        "SURVEY_INSTANT,3 天",
        "RETURN_VISIT,30 天",
        "SUPERVISION_ANSWER,15 天",
        "NEAR_DUE,2 个工作日"
    })
    void theTableSaysWhatStoodInTheCodeBefore(Period period, String length) {
        assertThat(periods.of(period).inChinese()).isEqualTo(length);
    }

    @Test
    void theRowsAreThePeriodsTheProgramKnows() throws IOException {
        assertThat(ROW.matcher(Files.readString(TABLE)).results().map(found -> found.group(2)))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Period.values()).map(Period::word).toList());
    }

    @Test
    void everyPeriodIsAskedFor() throws IOException {
        var sources = contents(Path.of("src/main/java"), ".java").collect(Collectors.joining());
        assertThat(Period.values()).allMatch(period -> sources.contains("Period." + period));
    }

    @Test
    void noTimerOfAModelHoldsANumber() throws IOException {
        assertThat(contents(Path.of("bpmn"), ".bpmn")
                        .flatMap(model -> TIMER.matcher(model).results())
                        .map(found -> found.group(1)))
                .isNotEmpty()
                .noneMatch(text -> text.matches("(?s).*\\d.*"));
    }

    @Test
    void aChangedRowMovesTheDateOfTheNextMatterAndWhatItsProposerIsTold() throws IOException {
        deployAsProcessAdmin("periods.dmn", with(Period.MORE_INFO, 8, "天"));
        var story = unclear();
        assertThat(story.due("timer_moreInfoOver")).isEqualTo(story.afterDays(8));
        assertThat(texts(story)).anyMatch(text -> text.contains("请在 8 天内告诉我们"));
    }

    @Test
    void aModelWithItsOwnNumberKeepsItAndItsProposerIsToldSo() throws IOException {
        deployAsProcessAdmin(
                "issue-collection.bpmn",
                Files.readString(COLLECTION)
                        .replace("periods.moreInfoOver()", "periods.workingDays(6)")
                        .replace("periods.recheckOver()", "periods.days(20)"));
        deployAsProcessAdmin("periods.dmn", with(Period.MORE_INFO, 8, "天"));

        var story = unclear();
        assertThat(story.due("timer_moreInfoOver")).isEqualTo(story.afterWorkingDays(6));
        assertThat(texts(story)).anyMatch(text -> text.contains("请在 6 个工作日内告诉我们"));

        var refused = raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "courtOrCasePending", true));
        var until = LocalDate.parse(refused.due("timer_recheckOver").substring(0, 10));
        assertThat(texts(refused)).anyMatch(text -> text.contains(SpokenDates.day(until)) && text.contains("申请复核"));
        assertThat(refused.due("timer_recheckOver")).isEqualTo(refused.afterDays(20));
    }

    @Test
    void pagesShowWhatIsInForce() throws Exception {
        deployAsProcessAdmin("periods.dmn", with(Period.RECHECK, 9, "工作日"));
        var refused = raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "courtOrCasePending", true));
        assertThat(page("/matters/" + refused.no())).contains("可以在 9 个工作日内请街道复核一次");

        var posted = raise().verify().study().by("secretary", "task_fixAgenda", Forms.onAgenda());
        var notice = database.sql("select id from notice where matter_no = ?")
                .param(posted.no())
                .query(Long.class)
                .single();
        assertThat(page("/notices/" + notice)).contains("社区在 5 个工作日内调查、答复");
    }

    private String page(String address) throws Exception {
        return MockMvcBuilders.webAppContextSetup(application)
                .build()
                .perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void aMatterUnderWayKeepsTheDayItWasTold() throws IOException {
        var story = unclear();
        deployAsProcessAdmin("periods.dmn", with(Period.MORE_INFO, 20, "工作日"));
        assertThat(story.due("timer_moreInfoOver")).isEqualTo(story.afterWorkingDays(5));
    }

    @Test
    void aTableWithoutARowIsRefusedAndTheOneBeforeStaysInForce() throws IOException {
        var mistyped = Files.readString(TABLE).replace("\"补充材料\"", "\"补充才料\"");
        assertThatThrownBy(() -> deployAsProcessAdmin("periods.dmn", mistyped)).hasMessageContaining("没有“补充材料”这一行");
        assertThat(periods.of(Period.MORE_INFO).inChinese()).isEqualTo("5 个工作日");
    }

    private List<String> texts(Story story) {
        return database.sql("select text from outbox_mail where matter_no = ?")
                .param(story.no())
                .query(String.class)
                .list();
    }

    private Story unclear() {
        return raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "verified", false));
    }

    private static String with(Period period, int amount, String unit) throws IOException {
        var text = Files.readString(TABLE);
        var row = text.indexOf("\"" + period.word() + "\"");
        return text.substring(0, row)
                + text.substring(row)
                        .replaceFirst("<text>\\d+</text>", "<text>" + amount + "</text>")
                        .replaceFirst("<text>\"(?:天|工作日)\"</text>", "<text>\"" + unit + "\"</text>");
    }

    private static Stream<String> contents(Path folder, String ending) throws IOException {
        return Files.walk(folder)
                .filter(file -> file.toString().endsWith(ending))
                .map(file -> {
                    try {
                        return Files.readString(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
