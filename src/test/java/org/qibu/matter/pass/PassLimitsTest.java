package org.qibu.matter.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qibu.engine.FormRefused;
import org.qibu.process.Forms;
import org.qibu.process.ProcessTest;
import org.qibu.process.Story;
import org.springframework.beans.factory.annotation.Autowired;

/** How often a matter may be sent round stands in one table, and nowhere else. */
class PassLimitsTest extends ProcessTest {

    private static final Path TABLE = Path.of("bpmn/shared/pass-limits.dmn");
    private static final Pattern CONDITION = Pattern.compile("<bpmn:conditionExpression[^>]*>(.*?)</", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("'[^']*'");
    private static final Pattern ROW =
            Pattern.compile("<inputEntry id=\"when_(\\w+)_way\">\\s*<text>\"(.*?)\"</text>", Pattern.DOTALL);
    private static final Pattern COUNTED =
            Pattern.compile("passLimits\\.\\w+\\(execution, (?:'|&#39;)(\\w+)(?:'|&#39;)");

    @Autowired
    private PassLimits limits;

    @AfterEach
    void putBackTheTable() throws IOException {
        deploy(Files.readString(TABLE));
    }

    @Test
    void noConditionOfAModelHoldsANumber() throws IOException {
        for (var model : models()) {
            assertThat(CONDITION.matcher(Files.readString(model)).results().map(found -> found.group(1)))
                    .as("conditions of %s", model)
                    .noneMatch(text -> QUOTED.matcher(text).replaceAll("").matches("(?s).*\\d.*"));
        }
    }

    @Test
    void theRowsAreTheLimitsTheProgramKnows() throws IOException {
        var rows = ROW.matcher(Files.readString(TABLE))
                .results()
                .map(found -> found.group(2))
                .toList();
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(PassLimit.values()).map(PassLimit::word).toList());
    }

    @Test
    void everyLimitIsAskedByAModelAFormOrAHandlerAndEachThatIsAskedIsKnown() throws IOException {
        var asked = new TreeSet<String>();
        for (var model : models()) {
            COUNTED.matcher(Files.readString(model)).results().forEach(found -> asked.add(found.group(1)));
        }
        var counted = Stream.of(PassLimit.values())
                .flatMap(limit -> limit.count().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked).isEqualTo(counted);
        assertThat(Stream.of(PassLimit.values()).filter(limit -> limit.count().isEmpty()))
                .as("asked by name in the sources")
                .allMatch(limit -> SOURCES.contains("PassLimit." + limit.name()));
    }

    private static final String SOURCES = sources();

    private static String sources() {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(PassLimitsTest::text)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> models() throws IOException {
        try (var files = Files.walk(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).toList();
        }
    }

    @Test
    void aChangedRowHoldsForMattersThatAreUnderWay() throws IOException {
        var story = polled();
        story.by("teller", "task_enterBallots", Forms.counted(heads(), heads()))
                .by("scrutineer", "task_certifyCount", Forms.certified(false))
                .by("teller2", "task_enterBallots", Forms.counted(heads(), heads()));

        deploy(with(PassLimit.RECOUNT, 1));

        story.by("scrutineer2", "task_certifyCount", Forms.certified(false)).waitsAt("task_recordMeeting");
        assertThat(story.timeline()).contains("pollVoided");
        assertThat(story.value("decisionResult")).isEqualTo("NOT_PASSED");
    }

    @Test
    void aChoiceThatIsUsedUpIsRefusedWithTheSentenceOfItsRow() throws IOException {
        deploy(with(PassLimit.RETURN_FOR_STUDY, 0));
        var story = raise().verify().study();
        assertThatThrownBy(() -> story.by(
                        "secretary", "task_fixAgenda", Map.of("decision", "RETURN_FOR_STUDY", "reason", "再比较一种办法。")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("已退回研究 0 次");
    }

    /** Such as one an administrator changed before, which stays in force while the table comes new with the program. */
    @Test
    void aModelDrawnBeforeItsTableAskedForTheLimitGoesRoundAsOftenAsAnyOther() throws IOException {
        var model = Files.readString(Path.of("bpmn/3-consultation/consultation.bpmn"));
        var before = model.replace("roundUsedUp", "roundSaid").replace("adjournedUsedUp", "adjournedSaid");
        assertThat(before).isNotEqualTo(model);
        deployAsProcessAdmin("consultation.bpmn", before);
        try {
            var story = raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "matterType", "RES_MAJOR"))
                    .setAgenda();
            story.meet(Forms.met(6)).nextRound().waitsAt("task_recordMeeting");
            story.meet(Forms.met(6)).nextRound().waitsAt("task_recordMeeting");
            story.meet(Forms.met(6)).confirmOpinion().waitsAt("task_partyStudy");
        } finally {
            deployAsProcessAdmin("consultation.bpmn", model);
        }
    }

    /** Its form must not annul a vote that its process has counted once more. */
    @Test
    void aVoteOfAnOlderModelIsAnnulledWhenThatModelEndsIt() throws IOException {
        var model = Files.readString(Path.of("bpmn/4-decision/decision.bpmn"));
        var before = model.replace("passLimits.isLeft(execution, 'recounts')", "recounts &lt; 2")
                .replace("passLimits.isUsedUp(execution, 'recounts')", "recounts &gt;= 2");
        assertThat(before).isNotEqualTo(model);
        deployAsProcessAdmin("decision.bpmn", before);
        try {
            var story = polled();
            deploy(with(PassLimit.RECOUNT, 1));
            refuse(story, "teller", "scrutineer");
            refuse(story, "teller2", "scrutineer2");
            assertThat(story.timeline()).doesNotContain("pollVoided");
            story.waitsAt("task_enterBallots");
        } finally {
            deployAsProcessAdmin("decision.bpmn", model);
        }
    }

    private void refuse(Story story, String teller, String scrutineer) {
        story.by(teller, "task_enterBallots", Forms.counted(heads(), heads()))
                .by(scrutineer, "task_certifyCount", Forms.certified(false));
    }

    @Test
    void aCountOfAnAdminsOwnIsAskedByItsOwnName() {
        assertThat(limits.most(PassLimit.RECOUNT)).isEqualTo(2);
        assertThat(List.of(PassLimit.wordOf("recounts"), PassLimit.wordOf("ofAnAdmin")))
                .containsExactly("计票不实，重新清点", "ofAnAdmin");
    }

    private String with(PassLimit limit, int most) throws IOException {
        var text = Files.readString(TABLE);
        var at = text.indexOf("\"" + limit.word() + "\"");
        var from = text.indexOf("<text>", text.indexOf("<outputEntry", at));
        var to = text.indexOf("</text>", from);
        return text.substring(0, from) + "<text>" + most + text.substring(to);
    }

    private void deploy(String table) {
        deployAsProcessAdmin("pass-limits.dmn", table);
    }

    private Story polled() {
        return agreed("RES_MAJOR")
                .by("secretary", "task_partyStudy", Forms.partyStudied("SUBMIT"))
                .poll(electorate("RESIDENTS_REP_MEETING").id());
    }

    private long heads() {
        return electorate("RESIDENTS_REP_MEETING").total().heads();
    }
}
