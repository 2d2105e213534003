package org.qibu.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qibu.engine.FormRefused;
import org.qibu.engine.NotYourTask;
import org.qibu.mail.MailKind;
import org.qibu.notices.objections.NoObjection;
import org.qibu.notices.posting.Notices;
import org.qibu.process.Forms;
import org.qibu.process.ModelTest;
import org.qibu.process.Story;
import org.springframework.beans.factory.annotation.Autowired;

/** Step 4: the two committees confirm, or a statutory body votes by exact numbers. */
class DecisionTest extends ModelTest {

    @Autowired
    Notices notices;

    @Override
    public String model() {
        return "decision";
    }

    @Test
    void whatCommonPeopleAgreedOnIsConfirmedByTheTwoCommittees() {
        var story = agreed("COM_AFFAIR")
                .workableBy("task_confirmConsensus", "secretary")
                .confirm()
                .waitsAt("task_plan");
        assertThat(story.value("decisionResult")).isEqualTo("CONFIRMED");
    }

    @Test
    void whatIsNotConfirmedIsTalkedOverOnceMoreAndThenNotAdopted() {
        var story = agreed("COM_AFFAIR")
                .by("secretary", "task_confirmConsensus", Forms.decided(false))
                .waitsAt("task_recordMeeting");
        assertThat(story.matter().cycle()).isEqualTo(2);
        story.agree()
                .by("secretary", "task_confirmConsensus", Forms.decided(false))
                .explain()
                .endedAs("NOT_ADOPTED");
    }

    @Test
    void theRepresentativesPassAMatterAfterThePartyStudiedIt() {
        var heads = heads();
        var story = agreed("RES_MAJOR")
                .workableBy("task_partyStudy", "secretary")
                .by("secretary", "task_partyStudy", Forms.partyStudied("SUBMIT"))
                .workableBy("task_prepareBallot", "clerk", "head", "owners")
                .by("clerk", "task_prepareBallot", Forms.ballot(representatives()))
                .fire("timer_pollOpens")
                .fire("timer_pollCloses")
                .workableBy("task_enterBallots", "teller", "teller2")
                .by("teller", "task_enterBallots", Forms.counted(heads, heads / 2 + 1))
                .workableBy("task_certifyCount", "scrutineer", "scrutineer2")
                .by("scrutineer2", "task_certifyCount", Forms.certified(true))
                .fire("timer_noticeOver")
                .waitsAt("task_plan");
        assertThat(story.value("decisionResult")).isEqualTo("PASSED");
    }

    @Test
    void whoeverEnteredTheCountCannotCertifyIt() {
        engine.getIdentityService().createMembership("teller2", "vote-scrutineer");
        try {
            var story = polled().by("teller2", "task_enterBallots", Forms.counted(heads(), heads()));
            assertThatThrownBy(() -> story.by("teller2", "task_certifyCount", Forms.certified(true)))
                    .isInstanceOf(NotYourTask.class)
                    .hasMessageContaining("监票要由另一人确认");
            story.waitsAt("task_certifyCount");
        } finally {
            engine.getIdentityService().deleteMembership("teller2", "vote-scrutineer");
        }
    }

    @Test
    void aCountTheScrutineerDoesNotCertifyIsMadeAnewByAnotherPair() {
        polled().by("teller", "task_enterBallots", Forms.counted(heads(), heads()))
                .by("scrutineer", "task_certifyCount", Forms.certified(false))
                .waitsAt("task_enterBallots")
                .workableBy("task_enterBallots", "teller2")
                .by("teller2", "task_enterBallots", Forms.counted(heads(), heads()))
                .workableBy("task_certifyCount", "scrutineer2")
                .by("scrutineer2", "task_certifyCount", Forms.certified(true))
                .fire("timer_noticeOver")
                .waitsAt("task_plan");
    }

    @Test
    void aVoteIsVoidWhenNobodyCertifiesThreeCounts() {
        var story = polled();
        for (var pair : List.of("", "2", "")) {
            story.by("teller" + pair, "task_enterBallots", Forms.counted(heads(), heads()))
                    .by("scrutineer" + pair, "task_certifyCount", Forms.certified(false));
        }
        story.waitsAt("task_recordMeeting");
        assertThat(story.timeline()).contains("pollVoided");
        assertThat(story.value("decisionResult")).isEqualTo("NOT_PASSED");
        assertThat(story.poll().isVoided()).isTrue();
        assertThat(story.poll().takesBallots()).isFalse();
        assertThat(story.mailsTo(Forms.EMAIL)).last().isEqualTo(MailKind.STATUS);
    }

    @Test
    void theRecountsOfAnExtendedVoteAreCountedAnew() {
        var few = heads() * 2 / 3 - 1;
        var story = polled().by("teller", "task_enterBallots", Forms.counted(few, few))
                .by("scrutineer", "task_certifyCount", Forms.certified(false))
                .by("teller2", "task_enterBallots", Forms.counted(few, few))
                .by("scrutineer2", "task_certifyCount", Forms.certified(true))
                .fire("timer_pollCloses");
        for (var pair : List.of("2", "")) {
            story.by("teller" + pair, "task_enterBallots", Forms.counted(heads(), heads()))
                    .by("scrutineer" + pair, "task_certifyCount", Forms.certified(false));
        }
        assertThat(story.timeline()).doesNotContain("pollVoided");
        story.by("teller2", "task_enterBallots", Forms.counted(heads(), heads()))
                .by("scrutineer2", "task_certifyCount", Forms.certified(true))
                .fire("timer_noticeOver")
                .waitsAt("task_plan");
    }

    @Test
    void silenceCountsOnlyByAClauseThatIsWrittenDown() {
        var owners = electorate("OWNERS");
        var story = agreed("OWN_5_USE_FUND");
        var silent = Forms.with(
                Forms.with(Forms.ballot(owners.id()), "method", "PAPER"), "silentRule", "COUNT_WITH_MAJORITY");
        assertThatThrownBy(() -> story.by("owners", "task_prepareBallot", silent))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("依据哪一条规定");
        story.by("owners", "task_prepareBallot", Forms.with(silent, "silentRuleBasis", "议事规则第十二条"))
                .fire("timer_pollOpens")
                .fire("timer_pollCloses");
        var all = story.roll();
        story.ballots("teller", all.subList(0, all.size() - 1), "AGREE")
                .ballots("teller", all.subList(all.size() - 1, all.size()), "SILENT")
                .by("teller", "task_enterBallots", Map.of("ballotsComplete", true))
                .by("scrutineer", "task_certifyCount", Forms.certified(true));
        assertThat(story.tally().silent().heads()).isOne();
        assertThat(story.record("prepare-ballot")).containsEntry("silentRuleBasis", "议事规则第十二条");
    }

    @Test
    void whoeverDoesNotCertifySaysWhatIsWrong() {
        var story = polled().by("teller", "task_enterBallots", Forms.counted(heads(), heads()));
        assertThatThrownBy(() -> story.by("scrutineer", "task_certifyCount", Map.of("certified", false)))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("写明哪里有出入");
    }

    @Test
    void theOwnersVoteOnPaperByHeadsAndArea() {
        var story = ownersVote();
        var poll = story.poll();
        var owners = story.roll();
        assertThat(poll.rollSha256()).hasSize(64);
        story.ballots("teller", owners, "AGREE")
                .by("teller", "task_enterBallots", Map.of("ballotsComplete", true))
                .by("scrutineer", "task_certifyCount", Forms.certified(true))
                .fire("timer_noticeOver")
                .waitsAt("task_plan");
        var tally = story.tally();
        assertThat(tally.agree()).isEqualTo(story.poll().total());
        assertThat(story.mails()).noneMatch(mail -> mail.subject().contains(owners.get(0)));
    }

    @Test
    void ballotsOfAnExtendedVoteStayInTheBox() {
        var story = ownersVote();
        var owners = story.roll();
        var first = owners.subList(0, owners.size() / 2);
        story.ballots("teller", first, "AGREE")
                .by("teller", "task_enterBallots", Map.of("ballotsComplete", true))
                .by("scrutineer", "task_certifyCount", Forms.certified(true));
        assertThat(story.timeline()).contains("pollExtended");
        story.ballots("teller", owners.subList(owners.size() / 2, owners.size()), "AGREE")
                .fire("timer_pollCloses")
                .by("teller", "task_enterBallots", Map.of("ballotsComplete", true))
                .by("scrutineer", "task_certifyCount", Forms.certified(true))
                .fire("timer_noticeOver")
                .waitsAt("task_plan");
    }

    @Test
    void ballotsSentWithTheFormAreKeptInTheBoxOnly() {
        var story = ownersVote();
        var rows = story.roll().stream()
                .map(owner -> Map.<String, Object>of("rightHolderId", owner, "choice", "AGAINST"))
                .toList();
        story.by("teller", "task_enterBallots", Map.of("ballotsComplete", true, "ballots", rows));
        assertThat(story.tally().against()).isEqualTo(story.poll().total());
        assertThat(story.record("enter-ballots")).containsOnlyKeys("ballotsComplete");
        story.by("scrutineer", "task_certifyCount", Forms.certified(true)).waitsAt("task_recordMeeting");
    }

    @Test
    void aSecondUpheldObjectionDoesNotLeadToAThirdVote() {
        var story = passed().object()
                .by("clerk", "task_handleObjection", Forms.objectionHandled(true, "DECISION"))
                .poll(representatives())
                .vote(heads(), heads())
                .object()
                .by("clerk", "task_handleObjection", Forms.objectionHandled(true, "DECISION"))
                .waitsAt("task_recordMeeting");
        assertThat(story.value("decisionResult")).isEqualTo("RETURNED");
    }

    @Test
    void moreHandsThanPeopleAreRefused() {
        var story = polled();
        assertThatThrownBy(() -> story.by("teller", "task_enterBallots", Forms.counted(heads() + 1, 0)))
                .isInstanceOf(FormRefused.class);
        story.waitsAt("task_enterBallots");
    }

    @Test
    void halfOfTheHandsIsNotPassedAndGoesBackToConsultationTheFirstTime() {
        var story = polled().vote(heads(), heads() / 2).waitsAt("task_recordMeeting");
        assertThat(story.value("decisionResult")).isEqualTo("NOT_PASSED");
        assertThat(story.matter().cycle()).isEqualTo(2);
        story.agree()
                .by("secretary", "task_partyStudy", Forms.partyStudied("SUBMIT"))
                .poll(representatives())
                .vote(heads(), heads() / 2)
                .explain()
                .endedAs("NOT_ADOPTED");
    }

    @Test
    void aVoteThatFailedIsPostedWhileTheMatterGoesOn() {
        var story = polled().vote(heads(), heads() / 2).waitsAt("task_recordMeeting");
        var notice = notices.current(story.no()).orElseThrow();
        assertThat(notice.kind()).isEqualTo("RESULT_GENERAL");
        assertThat(notice.body()).contains("表决结果：表决未通过", "应到：" + heads(), "社区会另行告知");
        assertThatThrownBy(story::object).isInstanceOf(NoObjection.class).hasMessageContaining("不设异议期");
        story.agree()
                .by("secretary", "task_partyStudy", Forms.partyStudied("SUBMIT"))
                .poll(representatives())
                .vote(heads(), heads())
                .object()
                .by("clerk", "task_handleObjection", Forms.objectionHandled(false, null))
                .fire("timer_noticeOver")
                .waitsAt("task_plan");
        assertThat(notices.of(story.no()))
                .filteredOn(each -> each.takenDownAt() == null)
                .singleElement()
                .isEqualTo(notice);
    }

    @Test
    void aMeetingTooFewCameToIsHeldOnceMore() {
        var few = heads() * 2 / 3 - 1;
        var story = polled().vote(few, few).fire("timer_pollCloses").waitsAt("task_enterBallots");
        assertThat(story.timeline()).contains("pollExtended");
        story.vote(heads(), heads()).fire("timer_noticeOver").waitsAt("task_plan");
    }

    @Test
    void aMeetingTooFewCameToTwiceEndsTheMatter() {
        var few = heads() * 2 / 3 - 1;
        var story = polled().vote(few, few)
                .fire("timer_pollCloses")
                .vote(few, few)
                .explain()
                .endedAs("NOT_ADOPTED");
        assertThat(story.value("decisionResult")).isEqualTo("QUORUM_NOT_MET");
    }

    @Test
    void interestedOwnersOfWhomNotAllTakePartTwiceEndTheMatter() {
        var owners = electorate("INTERESTED_OWNERS");
        var all = owners.total().heads();
        var story = agreed("OWN_10_HOME_TO_BUSINESS")
                .poll(owners.id())
                .vote(all - 1, all - 1)
                .fire("timer_pollCloses")
                .vote(all - 1, all - 1)
                .explain()
                .endedAs("NOT_ADOPTED");
        assertThat(story.value("decisionResult")).isEqualTo("PARTICIPATION_NOT_MET");
    }

    @Test
    void aVoteOpensAndClosesAtItsTimesAndIsExtendedByFifteenDays() {
        var few = heads() * 2 / 3 - 1;
        var opens = Forms.today().plusDays(3);
        var story = agreed("RES_MAJOR")
                .by("secretary", "task_partyStudy", Forms.partyStudied("SUBMIT"))
                .by(
                        "clerk",
                        "task_prepareBallot",
                        Forms.with(
                                Forms.with(Forms.ballot(representatives()), "opensAt", opens + "T19:00:00+08:00"),
                                "closesAt",
                                opens.plusDays(1) + "T21:30:00+08:00"));
        assertThat(story.due("timer_pollOpens")).isEqualTo(opens + "T19:00+08:00");
        story.fire("timer_pollOpens");
        assertThat(story.due("timer_pollCloses")).isEqualTo(opens.plusDays(1) + "T21:30+08:00");
        story.fire("timer_pollCloses").vote(few, few);
        assertThat(story.due("timer_pollCloses")).isEqualTo(story.afterDays(15));
    }

    @Test
    void anOwnersVoteByHandIsRefusedSinceHandsHaveNoArea() {
        var story = agreed("OWN_5_USE_FUND");
        assertThatThrownBy(() -> story.by(
                        "owners",
                        "task_prepareBallot",
                        Forms.ballot(electorate("OWNERS").id())))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("面积");
        story.waitsAt("task_prepareBallot");
    }

    @Test
    void whatThePartySendsBackIsTalkedOverAgain() {
        var story = agreed("RES_MAJOR")
                .by("secretary", "task_partyStudy", Forms.partyStudied("RETURN"))
                .waitsAt("task_recordMeeting");
        assertThat(story.value("decisionResult")).isEqualTo("RETURNED");
        assertThat(story.matter().cycle()).isEqualTo(2);
    }

    @Test
    void anObjectionUpheldAgainstTheResultLeadsToANewVote() {
        passed().object()
                .by("clerk", "task_handleObjection", Forms.objectionHandled(true, "DECISION"))
                .waitsAt("task_prepareBallot");
    }

    @Test
    void anObjectionUpheldAgainstTheProposalLeadsBackToConsultation() {
        var story = passed().object()
                .by("clerk", "task_handleObjection", Forms.objectionHandled(true, "CONSULTATION"))
                .waitsAt("task_recordMeeting");
        assertThat(story.value("decisionResult")).isEqualTo("RETURNED");
    }

    private Story ownersVote() {
        var owners = electorate("OWNERS");
        return agreed("OWN_5_USE_FUND")
                .by("owners", "task_prepareBallot", Forms.with(Forms.ballot(owners.id()), "method", "PAPER"))
                .fire("timer_pollOpens")
                .fire("timer_pollCloses");
    }

    private Story passed() {
        return polled().vote(heads(), heads());
    }

    private Story polled() {
        return agreed("RES_MAJOR")
                .by("secretary", "task_partyStudy", Forms.partyStudied("SUBMIT"))
                .poll(representatives());
    }

    private String representatives() {
        return electorate("RESIDENTS_REP_MEETING").id();
    }

    private long heads() {
        return electorate("RESIDENTS_REP_MEETING").total().heads();
    }
}
