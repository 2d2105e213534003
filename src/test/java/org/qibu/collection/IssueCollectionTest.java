package org.qibu.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qibu.engine.FormRefused;
import org.qibu.mail.MailKind;
import org.qibu.matter.MatterStatus;
import org.qibu.process.Forms;
import org.qibu.process.ModelTest;
import org.qibu.process.Story;

/** Step 1: whoever raises something gets a receipt and, in the end, an answer. */
class IssueCollectionTest extends ModelTest {

    @Override
    public String model() {
        return "issue-collection";
    }

    @Test
    void aFoundedIssueIsAcknowledgedVerifiedAndTakenUp() {
        var story = raise();
        assertThat(story.mailsTo(Forms.EMAIL)).containsExactly(MailKind.RECEIPT);
        story.workableBy("task_verifyIssue", "clerk", "head").verify();
        assertThat(story.values())
                .containsEntry("collectionResult", "ACCEPT")
                .containsEntry("track", "IN_DEPTH")
                .containsEntry("urgency", "NORMAL");
        story.waitsAt("task_studyTopic");
    }

    @Test
    void aSmallIssueTakesTheShortCourse() {
        var story = raise().by("clerk", "task_verifyIssue", Forms.small()).waitsAt("task_settleInstantly");
        assertThat(story.value("track")).isEqualTo("INSTANT");
        assertThat(story.matter().isInstant()).isTrue();
    }

    @Test
    void aPlaceComplainedOfThreeTimesIsUrgentWhateverBecameOfTheComplaints() {
        var place = "晚晴苑 7 号点";
        raise(Map.of("location", place));
        raise(Map.of("location", place))
                .by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "governmentDuty", true));
        raise(Map.of("location", "晚晴苑 71 号点")).verify();
        raiseAs("clerk", "HZ-FY", Map.of("location", place)).verify();
        var third = raise(Map.of("location", "晚晴苑７号点"));
        third.verify();
        assertThat(third.value("urgency")).as("after two").isEqualTo("NORMAL");
        third.send("deliberation.withdrawn").endedAs("WITHDRAWN");

        var fourth = raise(Map.of("location", "晚晴苑7号点")).verify();
        assertThat(fourth.value("urgency")).as("after three, two of them ended").isEqualTo("URGENT");
        assertThat(raise().verify().value("urgency")).as("elsewhere").isEqualTo("NORMAL");
    }

    @Test
    void aDutyOfTheGovernmentIsReferredAndTheProposerTold() {
        raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "governmentDuty", true))
                .endedAs("REFERRED");
    }

    @Test
    void aPrivateTrifleIsAnsweredDirectly() {
        var story = raise().by(
                        "clerk",
                        "task_verifyIssue",
                        Forms.with(
                                Forms.verified(), "affectedHouseholds", 1, "publicInterest", false, "contested", false))
                .workableBy("task_answerDirectly", "clerk", "head")
                .by("clerk", "task_answerDirectly", Map.of("answer", "已请物业上门修好。"))
                .endedAs("CLOSED");
        assertThat(story.value("collectionResult")).isEqualTo("DIRECT_ANSWER");
    }

    @Test
    void whatWasRaisedBeforeIsMergedAndItsProposerFollowsTheOtherMatter() {
        var first =
                raise(Map.of("proposerEmail", "first.proposer@qibu.example")).verify();
        var second = raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "duplicateOf", first.no()))
                .endedAs("CLOSED");
        assertThat(second.matter().mergedInto()).hasToString(first.no());
        first.setAgenda();
        assertThat(first.mailsTo(Forms.EMAIL)).as("mails to the follower").contains(MailKind.STATUS);
    }

    @Test
    void nothingIsMergedIntoAMatterThatIsOver() {
        var over = raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "governmentDuty", true));
        var story = raise();
        assertThatThrownBy(() ->
                        story.by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "duplicateOf", over.no())))
                .isInstanceOf(FormRefused.class);
        story.waitsAt("task_verifyIssue");
    }

    @Test
    void whatIsUnclearIsVerifiedAnewOnceStaffNotedTheReply() {
        raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "verified", false))
                .workableBy("task_askMore", "clerk", "head")
                .by("clerk", "task_askMore", Map.of("reply", "是三号楼东侧的投放点。"))
                .waitsAt("task_verifyIssue")
                .verify()
                .waitsAt("task_studyTopic");
    }

    @Test
    void whatIsUnclearIsVerifiedAnewOnceTheProposerReplied() {
        raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "verified", false))
                .send("collection.moreInfoGiven")
                .waitsAt("task_verifyIssue");
    }

    @Test
    void whoeverNeverRepliesIsTakenToHaveWithdrawn() {
        var story = raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "verified", false));
        assertThat(story.due("timer_moreInfoOver")).isEqualTo(story.afterWorkingDays(5));
        story.fire("timer_moreInfoOver").endedAs("WITHDRAWN");
        assertThat(story.value("collectionResult")).isEqualTo("WITHDRAWN");
    }

    @Test
    void aRefusalIsAnsweredAtOnceAndStandsWhenNobodyAsksForARecheck() {
        var story = refused();
        assertThat(story.mailsTo(Forms.EMAIL)).contains(MailKind.REJECTION);
        assertThat(story.matter().status()).isEqualTo(MatterStatus.REFUSED);
        assertThat(story.due("timer_recheckOver")).isEqualTo(story.afterDays(15));
        story.fire("timer_recheckOver").endedAs("NOT_ACCEPTED");
        assertThat(messages.send("collection.recheckRequested", story.no()))
                .as("a request after the 15 days")
                .isFalse();
    }

    @Test
    void aRefusalUpheldOnRecheckEndsTheMatter() {
        refused()
                .send("collection.recheckRequested")
                .workableBy("task_recheckRefusal", "subdistrict", "leader")
                .by("subdistrict", "task_recheckRefusal", Map.of("ruling", "UPHOLD", "reason", "法院正在审理。"))
                .endedAs("NOT_ACCEPTED");
    }

    @Test
    void aRefusalOverturnedOnRecheckTakesTheMatterUp() {
        var story = refused()
                .send("collection.recheckRequested")
                .by("leader", "task_recheckRefusal", Map.of("ruling", "OVERTURN", "reason", "不影响诉讼，可以协商。"))
                .waitsAt("task_studyTopic");
        assertThat(story.value("collectionResult")).isEqualTo("ACCEPT");
        assertThat(story.matter().status()).isEqualTo(MatterStatus.OPEN);
    }

    private Story refused() {
        return raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "courtOrCasePending", true));
    }

    @Test
    void whatIsStillUnclearAfterTwoQuestionsIsRefusedWithTheRightToARecheck() {
        var unclear = Forms.with(Forms.verified(), "verified", false);
        var story = raise();
        for (int time = 1; time <= 2; time++) {
            story.by("clerk", "task_verifyIssue", unclear).by("clerk", "task_askMore", Map.of("reply", "说不清是哪一处。"));
        }
        story.by("clerk", "task_verifyIssue", unclear).waitsAt();
        assertThat(story.mailsTo(Forms.EMAIL)).contains(MailKind.REJECTION);
        story.fire("timer_recheckOver").endedAs("NOT_ACCEPTED");
    }
}
