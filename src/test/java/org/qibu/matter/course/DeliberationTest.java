package org.qibu.matter.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qibu.engine.FormRefused;
import org.qibu.mail.MailKind;
import org.qibu.process.Forms;
import org.qibu.process.ModelTest;
import org.qibu.process.Story;

/** The whole: seven steps, the loops between them, and the ends. */
class DeliberationTest extends ModelTest {

    @Override
    public String model() {
        return "deliberation";
    }

    @Test
    void aMatterWalksThroughAllSevenStepsAndIsClosed() {
        var story = published().review(Forms.evaluatedGood()).endedAs("CLOSED");
        assertThat(story.values())
                .containsEntry("matterNo", story.no())
                .containsEntry("communityCode", "HZ-AS")
                .containsEntry("collectionResult", "ACCEPT")
                .containsEntry("agendaResult", "ADOPT")
                .containsEntry("consultationResult", "CONSENSUS")
                .containsEntry("decisionResult", "CONFIRMED")
                .containsEntry("implementationResult", "ACCEPTED")
                .containsEntry("feedbackResult", "PUBLISHED")
                .containsEntry("reviewResult", "CLOSE");
        assertThat(story.mailsTo(Forms.EMAIL)).contains(MailKind.RECEIPT, MailKind.STATUS, MailKind.RESULT);
    }

    @Test
    void aSmallMatterNeedsFourTasks() {
        var story = raise().by("clerk", "task_verifyIssue", Forms.small())
                .by("clerk", "task_settleInstantly", Forms.settled("SETTLED"))
                .by("clerk", "task_reportDone", Map.of("doneText", "物业已清洗。"))
                .fire("timer_surveyOver")
                .evaluate(Forms.evaluatedGood())
                .endedAs("CLOSED");
        assertThat(story.value("track")).isEqualTo("INSTANT");
    }

    @Test
    void aSmallMatterThatWasUpgradedTakesTheFullCourse() {
        raise().by("clerk", "task_verifyIssue", Forms.small())
                .by("clerk", "task_settleInstantly", Forms.settled("UPGRADE"))
                .setAgenda()
                .waitsAt("task_recordMeeting");
    }

    @Test
    void whateverIsNotTakenUpEndsWithAnAnswer() {
        raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "illegalDemand", true))
                .fire("timer_recheckOver")
                .endedAs("NOT_ACCEPTED");
        raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "governmentDuty", true))
                .endedAs("REFERRED");
        raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "verified", false))
                .fire("timer_moreInfoOver")
                .endedAs("WITHDRAWN");
        raise().by(
                        "clerk",
                        "task_verifyIssue",
                        Forms.with(
                                Forms.verified(),
                                "duplicateOf",
                                raise().verify().no()))
                .endedAs("CLOSED");
    }

    @Test
    void aProposerMayWithdrawWhileTheMatterIsTalkedOver() {
        raise().send("deliberation.withdrawn").endedAs("WITHDRAWN");
        raise().verify().setAgenda().send("deliberation.withdrawn").endedAs("WITHDRAWN");
    }

    @Test
    void aMatterTakenUpToTheSubDistrictInVainIsNotAdopted() {
        var story = raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "affectedScope", "COMMUNITY"))
                .setAgenda();
        nobodyComes(story);
        assertThat(story.waitsAt("task_studyTopic").setAgenda().value("level")).isEqualTo("SUBDISTRICT");
        nobodyComes(story);
        story.explain().endedAs("NOT_ADOPTED");
    }

    private static void nobodyComes(Story story) {
        story.meet(Forms.hardlyAnybodyCame())
                .nextRound()
                .meet(Forms.hardlyAnybodyCame())
                .nextRound()
                .meet(Forms.hardlyAnybodyCame());
    }

    @Test
    void aMajorityAfterThreeRoundsIsVotedOnByTheRepresentativesAndACostOverrunBringsItBackToThem() {
        var electorate = electorate("RESIDENTS_REP_MEETING");
        var heads = electorate.total().heads();
        var story = raise().verify()
                .setAgenda()
                .meet(Forms.met(6))
                .nextRound()
                .meet(Forms.met(6))
                .nextRound()
                .meet(Forms.met(6))
                .confirmOpinion()
                .by("secretary", "task_partyStudy", Forms.partyStudied("SUBMIT"))
                .poll(electorate.id())
                .vote(heads, heads)
                .fire("timer_noticeOver")
                .plan()
                .by("property", "task_progress", Forms.with(Forms.done(), "actualCost", 7_000))
                .waitsAt("task_partyStudy");
        assertThat(story.matter().cycle()).isEqualTo(1);
    }

    @Test
    void aNuisanceNobodyCanSettleIsReferred() {
        raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "matterType", "NUISANCE"))
                .setAgenda()
                .meet(Forms.met(5))
                .nextRound()
                .meet(Forms.met(5))
                .nextRound()
                .meet(Forms.met(5))
                .endedAs("REFERRED");
    }

    @Test
    void threeRoundsInVainEndInAnExplanation() {
        raise().verify()
                .setAgenda()
                .meet(Forms.met(5))
                .nextRound()
                .meet(Forms.met(5))
                .nextRound()
                .meet(Forms.met(5))
                .explain()
                .endedAs("NOT_ADOPTED");
    }

    @Test
    void aTopicKeptOffTheAgendaEndsInAnExplanation() {
        raise().verify()
                .study()
                .by("secretary", "task_fixAgenda", Forms.notOnAgenda())
                .explain()
                .endedAs("NOT_ADOPTED");
    }

    @Test
    void whatCannotBeDoneOrWasNotConfirmedStartsTheNextCycle() {
        var story = agreed("COM_AFFAIR").by("secretary", "task_confirmConsensus", Forms.decided(false));
        assertThat(story.matter().cycle()).isEqualTo(2);
        story.agree().confirm().plan().by("property", "task_progress", Forms.impossible());
        assertThat(story.matter().cycle()).isEqualTo(3);
        assertThat(story.matter().round()).isEqualTo(1);
        story.agree()
                .by("secretary", "task_confirmConsensus", Forms.decided(false))
                .explain()
                .endedAs("NOT_ADOPTED");
    }

    @Test
    void anObjectionUpheldAgainstTheResultReturnsTheMatterWhereItSays() {
        objectedAndReturnedTo("DECISION").waitsAt("task_confirmConsensus");
        objectedAndReturnedTo("IMPLEMENTATION")
                .waitsAt("task_rectify")
                .by("property", "task_rectify", Forms.rectified())
                .acceptWork()
                .waitsAt("task_draftFeedback");
        objectedAndReturnedTo("CONSULTATION").waitsAt("task_recordMeeting");
    }

    private Story objectedAndReturnedTo(String step) {
        return worked().draft().object().by("clerk", "task_handleObjection", Forms.objectionHandled(true, step));
    }

    @Test
    void aReviewMayPutRightReopenAndAtLastHaveTheMatterInspected() {
        var story = published()
                .review(Forms.evaluated("FULL", 70, 30))
                .by("property", "task_rectify", Forms.rectified())
                .acceptWork()
                .publish()
                .review(Forms.evaluated("NO", 80, 20))
                .agree()
                .confirm()
                .implement()
                .publish()
                .review(Forms.evaluated("FULL", 50, 50))
                .implement()
                .publish()
                .visit(true)
                .evaluate(Forms.evaluatedGood())
                .by("inspector", "task_inspectMatter", Forms.inspected("REOPEN_IMPLEMENTATION"))
                .implement()
                .publish()
                .visit(true)
                .evaluate(Forms.evaluatedGood())
                .by("inspector", "task_inspectMatter", Forms.inspected("REFER"))
                .endedAs("REFERRED");
        assertThat(story.matter().reopened()).isEqualTo(3);
    }

    @Test
    void aMatterThatStaysFairIsInspectedAndMayBeClosedThen() {
        toBeInspected()
                .by("inspector", "task_inspectMatter", Forms.inspected("CLOSE"))
                .endedAs("CLOSED");
    }

    @Test
    void aMatterTalkedOverInThreeCyclesInVainIsExplained() {
        var story = decided();
        for (int cycle = 1; cycle <= 2; cycle++) {
            story.plan()
                    .by("property", "task_progress", Forms.impossible())
                    .agree()
                    .confirm();
        }
        story.plan().by("property", "task_progress", Forms.impossible());
        assertThat(story.matter().cycle()).isEqualTo(3);
        story.explain().endedAs("NOT_ADOPTED");
    }

    @Test
    void aReopenedMatterIsTalkedOverOnceMore() {
        var story = decided();
        for (int cycle = 1; cycle <= 2; cycle++) {
            story.plan()
                    .by("property", "task_progress", Forms.impossible())
                    .agree()
                    .confirm();
        }
        story.implement().publish().review(Forms.evaluated("NO", 80, 20)).waitsAt("task_recordMeeting");
        assertThat(story.matter().cycle()).isEqualTo(4);
        story.agree()
                .by("secretary", "task_confirmConsensus", Forms.decided(false))
                .explain()
                .endedAs("NOT_ADOPTED");
    }

    @Test
    void aThirdOverrunOfAStatutoryMatterIsTalkedOverAnew() {
        var electorate = electorate("RESIDENTS_REP_MEETING");
        var heads = electorate.total().heads();
        var story = agreed("RES_MAJOR");
        for (int time = 1; time <= 3; time++) {
            story.by("secretary", "task_partyStudy", Forms.partyStudied("SUBMIT"))
                    .poll(electorate.id())
                    .vote(heads, heads)
                    .fire("timer_noticeOver")
                    .plan()
                    .by("property", "task_progress", Forms.with(Forms.done(), "actualCost", 7_000));
        }
        story.waitsAt("task_recordMeeting");
        assertThat(story.matter().cycle()).isEqualTo(2);
    }

    @Test
    void anObjectionReturnsAResultToTheVoteTwiceAndThenToTheTable() {
        var story = worked();
        for (int time = 1; time <= 2; time++) {
            story.draft()
                    .object()
                    .by("clerk", "task_handleObjection", Forms.objectionHandled(true, "DECISION"))
                    .confirm()
                    .implement();
        }
        story.draft().object();
        assertThatThrownBy(() -> story.by("clerk", "task_handleObjection", Forms.objectionHandled(true, "DECISION")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("请选择重新协商");
        story.by("clerk", "task_handleObjection", Forms.objectionHandled(true, "CONSULTATION"))
                .waitsAt("task_recordMeeting");
    }
}
