package org.qibu.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qibu.engine.FormRefused;
import org.qibu.process.Forms;
import org.qibu.process.ModelTest;

/** Step 7: did it last, are people content, is the file complete. */
class ReviewTest extends ModelTest {

    @Override
    public String model() {
        return "review";
    }

    @Test
    void aGoodResultClosesTheMatterAndAnswersItsProposer() {
        var story = published().waitsAt();
        assertThat(story.due("timer_surveyOver")).isEqualTo(story.afterDays(10));
        story.fire("timer_surveyOver");
        assertThat(story.due("timer_returnVisitDue")).isEqualTo(story.afterDays(30));
        story.fire("timer_returnVisitDue")
                .workableBy("task_returnVisit", "watcher")
                .by("watcher", "task_returnVisit", Forms.visited(false))
                .workableBy("task_evaluate", "supervisor")
                .evaluate(Forms.evaluatedGood())
                .endedAs("CLOSED");
        assertThat(story.value("reviewResult")).isEqualTo("CLOSE");
    }

    @Test
    void aSmallMatterIsEvaluatedWithoutAReturnVisit() {
        var story = raise().by("clerk", "task_verifyIssue", Forms.small())
                .by("clerk", "task_settleInstantly", Forms.settled("SETTLED"))
                .by("clerk", "task_reportDone", Map.of("doneText", "物业已清洗。"));
        assertThat(story.due("timer_surveyOver")).isEqualTo(story.afterDays(3));
        story.fire("timer_surveyOver")
                .waitsAt("task_evaluate")
                .evaluate(Forms.evaluatedGood())
                .endedAs("CLOSED");
    }

    @Test
    void tooFewAnswersRepeatTheSurveyOnceAndThenTheSupervisorRules() {
        var story = published()
                .review(Forms.evaluated("FULL", 29, 0))
                .fire("timer_surveyOver")
                .waitsAt("task_evaluate")
                .evaluate(Forms.evaluated("FULL", 29, 0))
                .waitsAt("task_evaluate");
        assertThat(story.timeline()).contains("surveyRepeated");
        story.evaluate(Forms.with(Forms.evaluated("FULL", 29, 0), "supervisorRuling", "CLOSE"))
                .endedAs("CLOSED");
    }

    @Test
    void aSupervisorMayReopenWhatTooFewAnswered() {
        published()
                .review(Forms.evaluated("FULL", 29, 0))
                .fire("timer_surveyOver")
                .evaluate(Forms.with(Forms.evaluated("FULL", 29, 0), "supervisorRuling", "REOPEN"))
                .waitsAt("task_plan");
    }

    @Test
    void aFairResultIsPutRightAndReviewedAgain() {
        var story = published().review(Forms.evaluated("FULL", 79, 21)).waitsAt("task_rectify");
        assertThat(story.value("rectified")).isEqualTo(1);
        story.by("property", "task_rectify", Forms.rectified())
                .acceptWork()
                .publish()
                .review(Forms.evaluatedGood())
                .endedAs("CLOSED");
    }

    @Test
    void aResultMostAreUnhappyWithIsWorkedOnAnew() {
        var story = published().review(Forms.evaluated("FULL", 59, 41)).waitsAt("task_plan");
        assertThat(story.matter().reopened()).isEqualTo(1);
    }

    @Test
    void aProblemThatCameBackIsWorkedOnAnew() {
        var story = published().visit(true).evaluate(Forms.evaluatedGood()).waitsAt("task_plan");
        assertThat(story.value("reviewResult")).isEqualTo("REOPEN_IMPLEMENTATION");
    }

    @Test
    void aGoalThatWasMissedIsTalkedOverAnew() {
        var story = published().review(Forms.evaluated("NO", 80, 20)).waitsAt("task_recordMeeting");
        assertThat(story.matter().reopened()).isEqualTo(1);
        assertThat(story.matter().cycle()).isEqualTo(2);
    }

    @Test
    void aMatterReopenedTwiceIsInspected() {
        var story = published();
        for (int again = 1; again <= 2; again++) {
            story.review(Forms.evaluated("FULL", 59, 41)).implement().publish();
        }
        story.review(Forms.evaluated("FULL", 59, 41)).waitsAt("task_inspectMatter");
        assertThat(story.value("reviewResult")).isEqualTo("SPECIAL_INSPECTION");
    }

    @Test
    void aGapInTheFileIsExplainedByTheArchivist() {
        var story = decided()
                .plan()
                .by("property", "task_progress", Forms.without(Forms.done(), "actualCost"))
                .acceptWork()
                .by("clerk", "task_draftFeedback", Forms.without(Forms.drafted(), "moneyIn", "moneyOut"))
                .by("secretary", "task_checkNotice", Forms.noticeChecked(true))
                .fire("timer_noticeOver")
                .review(Forms.evaluatedGood())
                .workableBy("task_completeFile", "archivist");
        assertThatThrownBy(() -> story.by("archivist", "task_completeFile", Map.of("missing", List.of())))
                .isInstanceOf(FormRefused.class);
        story.by(
                        "archivist",
                        "task_completeFile",
                        Map.of("missing", List.of(Map.of("item", "收支账目", "reason", "物业自有资金，未单独记账。"))))
                .endedAs("CLOSED");
    }

    @Test
    void aSurveyNobodyWasSentProvesNothing() {
        var nobody = Forms.with(Forms.evaluated("FULL", 0, 0), "surveySent", 0);
        published().review(nobody).fire("timer_surveyOver").waitsAt("task_evaluate");
    }

    @Test
    void whatWasInconclusiveIsRuledOnAndNotJudgedAThirdTime() {
        var few = Forms.evaluated("FULL", 29, 0);
        var story = published().review(few).fire("timer_surveyOver").evaluate(few);
        assertThatThrownBy(() -> story.evaluate(few))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("由你决定");
        story.evaluate(Forms.with(few, "supervisorRuling", "CLOSE")).endedAs("CLOSED");
    }
}
