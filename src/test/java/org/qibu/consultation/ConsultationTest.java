package org.qibu.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.qibu.mail.MailKind;
import org.qibu.process.Forms;
import org.qibu.process.ModelTest;
import org.qibu.process.Story;

/** Step 3: everybody is heard, agreement is looked for over rounds, dissent is written down. */
class ConsultationTest extends ModelTest {

    @Override
    public String model() {
        return "consultation";
    }

    @Test
    void aConsensusThatIsConfirmedGoesToTheDecidingBody() {
        var story = onAgenda()
                .workableBy("task_recordMeeting", "clerk", "head", "facilitator")
                .meet(Forms.met(10))
                .workableBy("task_confirmOpinion", "rep", "secretary");
        assertThat(story.mails()).extracting("kind").contains(MailKind.MINUTES);
        story.confirmOpinion().waitsAt("task_confirmConsensus");
        assertThat(story.value("consultationResult")).isEqualTo("CONSENSUS");
    }

    @Test
    void aSmallMatterIsSettledOnTheSpot() {
        var story = instant()
                .workableBy("task_settleInstantly", "clerk", "head", "facilitator")
                .by("facilitator", "task_settleInstantly", Forms.settled("SETTLED"))
                .waitsAt("task_reportDone");
        assertThat(story.value("consultationResult")).isEqualTo("SETTLED");
    }

    @Test
    void aSmallMatterThatTurnsOutLargerTakesTheFullCourse() {
        var story = instant()
                .by("clerk", "task_settleInstantly", Forms.settled("UPGRADE"))
                .waitsAt("task_studyTopic")
                .setAgenda()
                .agree()
                .waitsAt("task_confirmConsensus");
        assertThat(story.value("track")).isEqualTo("IN_DEPTH");
        assertThat(story.matter().isInstant()).isFalse();
    }

    @Test
    void aMereMajorityTalksAgainAfterThreeDays() {
        var story = onAgenda().meet(Forms.met(6));
        assertThat(story.due("timer_roundGap")).isEqualTo(story.afterDays(3));
        story.nextRound().waitsAt("task_recordMeeting");
        assertThat(story.matter().round()).isEqualTo(2);
        story.agree().waitsAt("task_confirmConsensus");
    }

    @Test
    void aMajorObjectionIsMediatedBeforeTheNextRound() {
        var story = onAgenda()
                .meet(Forms.metWithMajorObjection())
                .workableBy("task_mediate", "facilitator", "mediator")
                .by("mediator", "task_mediate", Forms.mediated())
                .nextRound();
        assertThat(story.matter().round()).isEqualTo(2);
        assertThat(story.timeline()).contains("mediated");
    }

    @Test
    void aMajorityInTheThirdRoundIsPutToTheResidentsRepresentatives() {
        var story = thirdRound().meet(Forms.met(6)).confirmOpinion().waitsAt("task_partyStudy");
        assertThat(story.values())
                .containsEntry("consultationResult", "TO_RESIDENTS_MEETING")
                .containsEntry("decisionBody", "RESIDENTS_REP_MEETING")
                .containsEntry("ruleId", "RRM")
                .containsEntry("statutory", true);
    }

    @Test
    void aMajorityInTheThirdRoundOfAStatutoryMatterIsVotedOnWithItsDissent() {
        var story = raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "matterType", "RES_MAJOR"))
                .setAgenda()
                .meet(Forms.met(6))
                .nextRound()
                .meet(Forms.met(6))
                .nextRound()
                .meet(Forms.met(6))
                .confirmOpinion()
                .waitsAt("task_partyStudy");
        assertThat(story.value("consultationResult")).isEqualTo("TO_VOTE_WITH_DISSENT");
    }

    @Test
    void aMajorObjectionThatLastsForThreeRoundsIsPutToTheResidentsRepresentatives() {
        var story = onAgenda();
        for (int round = 1; round <= 2; round++) {
            story.meet(Forms.metWithMajorObjection())
                    .by("mediator", "task_mediate", Forms.mediated())
                    .nextRound();
        }
        story.meet(Forms.metWithMajorObjection()).confirmOpinion().waitsAt("task_partyStudy");
        assertThat(story.value("consultationResult")).isEqualTo("TO_RESIDENTS_MEETING");
    }

    @Test
    void halfOfThoseThereInTheThirdRoundIsNotEnough() {
        var story = thirdRound()
                .meet(Forms.met(5))
                .waitsAt("task_explainRejection")
                .explain()
                .endedAs("NOT_ADOPTED");
        assertThat(story.value("consultationResult")).isEqualTo("NOT_ADOPTED");
    }

    @Test
    void anOpinionNobodyConfirmsIsTalkedOverAgainAndNotAdoptedAfterTheThirdRound() {
        var story = onAgenda();
        for (int round = 1; round <= 2; round++) {
            story.meet(Forms.met(10))
                    .by("rep", "task_confirmOpinion", Forms.confirmed(false))
                    .nextRound();
        }
        story.meet(Forms.met(10))
                .by("secretary", "task_confirmOpinion", Forms.confirmed(false))
                .explain()
                .endedAs("NOT_ADOPTED");
    }

    @Test
    void aMeetingHardlyAnybodyCameToIsAdjournedTwiceAndThenTakenALevelUp() {
        var story = onAgenda().meet(Forms.hardlyAnybodyCame()).nextRound();
        assertThat(story.matter().adjourned()).isEqualTo(1);
        story.meet(Forms.hardlyAnybodyCame())
                .nextRound()
                .meet(Forms.hardlyAnybodyCame())
                .waitsAt("task_studyTopic");
        assertThat(story.values())
                .containsEntry("consultationResult", "RAISE_LEVEL")
                .containsEntry("adjourned", 0)
                .containsEntry("round", 1);
        assertThat(story.setAgenda().value("level")).isEqualTo("COMMUNITY");
    }

    @Test
    void aPartyMissingTwiceIsAbsentByItsOwnChoice() {
        var story = onAgenda()
                .meet(Forms.firmMissing())
                .nextRound()
                .meet(Forms.firmMissing())
                .nextRound()
                .meet(Forms.firmMissing())
                .waitsAt("task_confirmOpinion");
        assertThat(story.matter().adjourned()).isEqualTo(2);
    }

    @Test
    void aNuisanceNobodyCanSettleIsReferredToTheDepartment() {
        var story = raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "matterType", "NUISANCE"))
                .setAgenda();
        for (int round = 1; round <= 2; round++) {
            story.meet(Forms.met(6)).nextRound();
        }
        story.meet(Forms.met(6)).endedAs("REFERRED");
        assertThat(story.value("consultationResult")).isEqualTo("REFER");
    }

    private Story instant() {
        return raise().by("clerk", "task_verifyIssue", Forms.small());
    }

    private Story onAgenda() {
        return raise().verify().setAgenda();
    }

    private Story thirdRound() {
        return onAgenda().meet(Forms.met(6)).nextRound().meet(Forms.met(6)).nextRound();
    }
}
