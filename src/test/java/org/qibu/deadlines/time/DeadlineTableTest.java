package org.qibu.deadlines.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibu.engine.CourseElements;
import org.qibu.engine.ModelSource;
import org.qibu.engine.models.ModelNames;
import org.qibu.matter.Urgency;
import org.qibu.text.CodeLabels;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The table of deadlines is written in words; one in the former shape, with ids and codes, means the same. */
class DeadlineTableTest {

    private static final Path TABLE = Path.of("bpmn/shared/deadlines.dmn");
    private static final Path FORMER = Path.of("src/test/resources/deadlines/former-deadlines.dmn");

    private static Function<Map<String, Object>, Map<String, Object>> table;
    private static Function<Map<String, Object>, Map<String, Object>> former;
    private static DeadlineFacts facts;

    @BeforeAll
    static void read() throws IOException {
        var engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        table = read(engine, TABLE);
        former = read(engine, FORMER);
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/common");
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
        facts = new DeadlineFacts(new ModelNames(models()), new CodeLabels(texts));
    }

    private static Function<Map<String, Object>, Map<String, Object>> read(DmnEngine engine, Path file)
            throws IOException {
        try (var source = Files.newInputStream(file)) {
            var decision = engine.parseDecision(CourseElements.TABLE_DEADLINES, source);
            return asked -> engine.evaluateDecisionTable(decision, asked)
                    .getSingleResult()
                    .getEntryMap();
        }
    }

    private static ModelSource models() throws IOException {
        var models = new HashMap<String, byte[]>();
        for (var file : modelFiles()) {
            models.put(file.toString(), Files.readAllBytes(file));
        }
        var source = mock(ModelSource.class);
        when(source.own()).thenReturn(models);
        return source;
    }

    private static List<Path> modelFiles() throws IOException {
        try (var files = Files.walk(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).toList();
        }
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}, meeting set: {4} → {5} {6} from {7}")
    @CsvSource({
        "issue-collection, task_verifyIssue, EMERGENCY, IN_DEPTH, false, 24, HOURS, TASK",
        "issue-collection, task_verifyIssue, URGENT, IN_DEPTH, false, 2, WORKING_DAYS, TASK",
        "issue-collection, task_verifyIssue, NORMAL, , false, 5, WORKING_DAYS, TASK",
        "issue-collection, task_askMore, NORMAL, IN_DEPTH, false, 5, WORKING_DAYS, TASK",
        "issue-collection, task_answerDirectly, PLANNED, IN_DEPTH, false, 48, HOURS, TASK",
        "issue-collection, task_recheckRefusal, NORMAL, IN_DEPTH, false, 5, WORKING_DAYS, TASK",
        "agenda-setting, task_studyTopic, EMERGENCY, IN_DEPTH, false, 1, DAYS, TASK",
        "agenda-setting, task_studyTopic, URGENT, IN_DEPTH, false, 2, WORKING_DAYS, TASK",
        "agenda-setting, task_studyTopic, NORMAL, IN_DEPTH, false, 5, WORKING_DAYS, TASK",
        "agenda-setting, task_nameParties, NORMAL, IN_DEPTH, false, 3, WORKING_DAYS, TASK",
        "agenda-setting, task_fixAgenda, PLANNED, IN_DEPTH, false, 10, WORKING_DAYS, TASK",
        "consultation, task_recordMeeting, EMERGENCY, IN_DEPTH, true, 2, WORKING_DAYS, MEETING",
        "consultation, task_recordMeeting, EMERGENCY, IN_DEPTH, false, 3, DAYS, TASK",
        "consultation, task_recordMeeting, URGENT, IN_DEPTH, false, 7, DAYS, TASK",
        "consultation, task_recordMeeting, PLANNED, IN_DEPTH, false, 10, DAYS, TASK",
        "consultation, task_settleInstantly, NORMAL, INSTANT, false, 48, HOURS, TASK",
        "consultation, task_mediate, NORMAL, IN_DEPTH, false, 10, DAYS, TASK",
        "consultation, task_confirmOpinion, NORMAL, IN_DEPTH, false, 3, WORKING_DAYS, TASK",
        "decision, task_enterBallots, EMERGENCY, IN_DEPTH, false, 2, WORKING_DAYS, TASK",
        "decision, task_certifyCount, NORMAL, IN_DEPTH, false, 1, WORKING_DAYS, TASK",
        "decision, task_prepareBallot, EMERGENCY, IN_DEPTH, false, 5, WORKING_DAYS, TASK",
        "implementation, task_plan, NORMAL, IN_DEPTH, false, 5, WORKING_DAYS, TASK",
        "implementation, task_progress, EMERGENCY, IN_DEPTH, false, 0, DAYS, ACTION",
        "implementation, task_rectify, EMERGENCY, IN_DEPTH, false, 7, DAYS, TASK",
        "implementation, task_rectify, NORMAL, IN_DEPTH, false, 15, DAYS, TASK",
        "feedback, task_draftFeedback, NORMAL, IN_DEPTH, false, 2, WORKING_DAYS, TASK",
        "feedback, task_checkNotice, NORMAL, IN_DEPTH, false, 1, WORKING_DAYS, TASK",
        "explain-rejection, task_explainRejection, NORMAL, IN_DEPTH, false, 3, WORKING_DAYS, TASK",
        "review, task_completeFile, NORMAL, IN_DEPTH, false, 15, DAYS, TASK",
        "review, task_evaluate, NORMAL, INSTANT, false, 5, WORKING_DAYS, TASK",
        "special-inspection, task_inspectMatter, NORMAL, IN_DEPTH, false, 15, DAYS, TASK",
        "drawn-tomorrow, task_anything, EMERGENCY, IN_DEPTH, false, 1, DAYS, TASK",
        "drawn-tomorrow, task_anything, URGENT, IN_DEPTH, false, 2, WORKING_DAYS, TASK",
        "drawn-tomorrow, task_anything, , , , 5, WORKING_DAYS, TASK"
    })
    void theTableGivesEveryTaskItsTime(
            String process,
            String task,
            String urgency,
            String track,
            Boolean meetingSet,
            int amount,
            Allowance.Unit unit,
            TimeTable.Reference countedFrom) {
        var asked = facts.of(
                process,
                task,
                "名称由人新取",
                Urgency.of(urgency),
                track == null ? "" : track,
                Boolean.TRUE.equals(meetingSet));

        for (var each : List.of(table, former)) {
            var row = each.apply(asked);

            assertThat(Allowance.of(row)).contains(new Allowance(amount, unit));
            assertThat(TimeTable.Reference.of(row)).isEqualTo(countedFrom);
        }
    }

    @Test
    void theFormerShapeMeansTheSameForEveryTask() throws IOException {
        var tasks = Pattern.compile("<bpmn:userTask id=\"(\\w+)\" name=\"([^\"]+)\"");
        var process = Pattern.compile("<bpmn:process id=\"([\\w-]+)\"");
        int compared = 0;
        for (var file : modelFiles()) {
            var model = Files.readString(file);
            var id = process.matcher(model);
            assertThat(id.find()).isTrue();
            for (var task : tasks.matcher(model).results().toList()) {
                compared += compare(id.group(1), task.group(1), task.group(2));
            }
        }
        assertThat(compared).isGreaterThan(700);
    }

    private static int compare(String process, String task, String name) {
        int compared = 0;
        for (var urgency : Urgency.values()) {
            for (var track : List.of("", "INSTANT", "IN_DEPTH")) {
                for (var meetingSet : List.of(true, false)) {
                    var asked = facts.of(process, task, name, urgency, track, meetingSet);
                    assertThat(meaning(table.apply(asked))).as("%s", asked).isEqualTo(meaning(former.apply(asked)));
                    compared++;
                }
            }
        }
        return compared;
    }

    private static List<Object> meaning(Map<String, Object> row) {
        return List.of(Allowance.of(row).orElseThrow(), TimeTable.Reference.of(row));
    }

    @Test
    void nobodyReadsACodeInTheTable() throws IOException {
        var cells = Pattern.compile("<text>(\"[^<]*)</text>")
                .matcher(Files.readString(TABLE))
                .results()
                .map(cell -> cell.group(1))
                .toList();

        assertThat(cells).hasSizeGreaterThan(100).noneMatch(cell -> cell.matches(".*[A-Za-z_].*"));
    }
}
