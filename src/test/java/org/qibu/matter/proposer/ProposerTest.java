package org.qibu.matter.proposer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.Principal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qibu.engine.FormRefused;
import org.qibu.mail.MailKind;
import org.qibu.matter.MatterStatus;
import org.qibu.matter.Outcome;
import org.qibu.matter.access.NotNow;
import org.qibu.matter.form.Records;
import org.qibu.process.Forms;
import org.qibu.process.ProcessTest;
import org.qibu.process.Story;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a proposer does outside of tasks: reply, contest a refusal, withdraw, take up again; and what merging does to them. */
class ProposerTest extends ProcessTest {

    private static final Principal CLERK = () -> "clerk";

    @Autowired
    private Acts acts;

    @Autowired
    private Records records;

    @Autowired
    private JdbcClient database;

    @Test
    void aReplyBringsTheMatterBackToVerificationAndStaysOnFile() {
        var story = unclear();
        byProposer(story, Act.REPLY, "是三号楼东侧的投放点。");
        story.waitsAt("task_verifyIssue");
        var kept = records.latest(story.no(), "ask-more").orElseThrow();
        assertThat(kept.values().text("reply")).isEqualTo("是三号楼东侧的投放点。");
        assertThat(kept.actor()).isNull();
        assertThat(story.timeline()).contains("replied");
        assertThat(story.values()).doesNotContainKeys("reply", "evidence");
        assertThat(story.mailsTo(Forms.EMAIL)).last().isEqualTo(MailKind.STATUS);
        story.verify().waitsAt("task_studyTopic");
    }

    @Test
    void aSecondQuestionIsAskedWithAnEmptyFormAndAnsweredOnceMore() {
        var story = unclear();
        byProposer(story, Act.REPLY, "三号楼东侧。");
        story.by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "verified", false));
        var task = story.task("task_askMore").getId();
        var form = as("clerk", () -> engine.getFormService().getTaskFormVariables(task));
        assertThat(form.get("reply")).isNull();
        byProposer(story, Act.REPLY, "靠近路口的那一个。");
        story.waitsAt("task_verifyIssue");
        assertThat(story.mailsTo(Forms.EMAIL).stream().filter(MailKind.STATUS::equals))
                .hasSize(4);
    }

    @Test
    void staffReplyForTheProposerAndTheirNameIsKept() {
        var story = unclear();
        acts.make(Act.REPLY, story.no(), "", "电话里说是三号楼东侧。", CLERK);
        assertThat(records.latest(story.no(), "ask-more").orElseThrow().actor()).isEqualTo("clerk");
    }

    @Test
    void nobodyRepliesWhereNothingWasAsked() {
        var story = raise();
        assertThatThrownBy(() -> byProposer(story, Act.REPLY, "补充一句。"))
                .isInstanceOf(NotNow.class)
                .hasMessageContaining("没有等您补充");
        assertThat(records.latest(story.no(), "ask-more")).isEmpty();
    }

    @Test
    void withoutTheReceiptOrTheOfficeNothingMovesAndTheWordsAreTheSame() {
        var story = unclear();
        var other = raise();
        var wrongs = List.<Runnable>of(
                () -> acts.make(Act.REPLY, story.no(), other.matter().receipt(), "x", null),
                () -> acts.make(Act.REPLY, story.no(), "", "x", null),
                () -> acts.make(Act.REPLY, story.no(), "收据", "x", null),
                () -> acts.make(Act.REPLY, story.no(), "", "x", () -> "clerk-fy"),
                () -> acts.make(Act.REPLY, story.no(), "", "x", () -> "expert"));
        assertThat(wrongs.stream().map(ProposerTest::wordsOf).distinct()).hasSize(1);
        story.waitsAt("task_askMore");
    }

    private static String wordsOf(Runnable wrong) {
        var refused = catchThrowableOfType(NotTheProposer.class, wrong::run);
        assertThat(refused).as("a refusal").isNotNull();
        return refused.getReason();
    }

    @Test
    void theReceiptIsTakenHoweverItWasTyped() {
        var story = unclear();
        var typed = " " + story.matter().receipt().toLowerCase().replace("-", "－ ") + " ";
        acts.make(Act.REPLY, story.no(), typed, "三号楼。", null);
        story.waitsAt("task_verifyIssue");
    }

    @Test
    void whatCannotBeReadIsRefusedAtItsField() {
        var story = unclear();
        assertThatThrownBy(() -> byProposer(story, Act.REPLY, "  ")).isInstanceOf(FormRefused.class);
        assertThatThrownBy(() -> byProposer(story, Act.REPLY, "付\u202E款")).isInstanceOf(FormRefused.class);
        assertThatThrownBy(() -> byProposer(story, Act.REPLY, "长".repeat(2001))).isInstanceOf(FormRefused.class);
        story.waitsAt("task_askMore");
    }

    @Test
    void aRefusalIsLookedAtAgainWhenTheProposerAsksInTime() {
        var story = refused();
        byProposer(story, Act.RECHECK, "法院管的是另一件事。");
        story.waitsAt("task_recheckRefusal");
        assertThat(records.latest(story.no(), "request-recheck")
                        .orElseThrow()
                        .values()
                        .text("recheckReason"))
                .isEqualTo("法院管的是另一件事。");
        var task = story.task("task_recheckRefusal").getId();
        var form = as("subdistrict", () -> engine.getFormService().getTaskFormVariables(task));
        assertThat(form.get("reason")).as("the ruling's own reason").isNull();
        assertThat(form.get("brief").toString()).contains("法院管的是另一件事");
        assertThatThrownBy(() -> byProposer(story, Act.RECHECK, "再看一次"))
                .isInstanceOf(NotNow.class)
                .hasMessageContaining("已经在复核");
        story.by("subdistrict", "task_recheckRefusal", Map.of("ruling", "UPHOLD", "reason", "法院正在审理。"))
                .endedAs("NOT_ACCEPTED");
        assertThatThrownBy(() -> byProposer(story, Act.RECHECK, "再看一次")).hasMessageContaining("已经复核过");
    }

    @Test
    void aRefusalStandsWhenItIsContestedTooLateOrThereIsNone() {
        var story = refused();
        story.fire("timer_recheckOver");
        assertThatThrownBy(() -> byProposer(story, Act.RECHECK, "法院管的是另一件事。"))
                .isInstanceOf(NotNow.class)
                .hasMessageContaining("申请复核的期限已过");
        assertThatThrownBy(() -> byProposer(raise(), Act.RECHECK, "理由"))
                .isInstanceOf(NotNow.class)
                .hasMessageContaining("没有被不予受理");
    }

    @Test
    void aProposerWithdrawsInEveryStepUntilADecision() {
        withdrawn(raise());
        withdrawn(unclear());
        withdrawn(refused());
        withdrawn(raise().verify());
        withdrawn(raise().verify().study());
        withdrawn(raise().verify().setAgenda());
        withdrawn(raise().verify().setAgenda().meet(Forms.met(6)));
        withdrawn(agreed("COM_AFFAIR"));
        withdrawn(agreed("COM_AFFAIR").by("secretary", "task_confirmConsensus", Forms.decided(false)));
    }

    private void withdrawn(Story story) {
        byProposer(story, Act.WITHDRAW, "已经自行解决。");
        story.endedAs("WITHDRAWN");
        assertThat(story.timeline()).contains("withdrawn");
        assertThat(records.latest(story.no(), "request-withdraw")).isPresent();
    }

    @Test
    void nobodyWithdrawsWhatWasDecided() {
        notWithdrawn(decided());
        notWithdrawn(decided().plan());
        notWithdrawn(worked());
        notWithdrawn(published());
        notWithdrawn(decided().plan().by("property", "task_progress", Forms.impossible()));
        notWithdrawn(raise().by("clerk", "task_verifyIssue", Forms.small())
                .by("clerk", "task_settleInstantly", Forms.settled("SETTLED")));
        var electorate = electorate("RESIDENTS_REP_MEETING");
        var heads = electorate.total().heads();
        var voted = agreed("RES_MAJOR")
                .by("secretary", "task_partyStudy", Forms.partyStudied("SUBMIT"))
                .poll(electorate.id());
        notWithdrawn(voted.vote(heads, heads));
        assertThat(voted.matter().step().number())
                .as("the step while the result hangs out")
                .isEqualTo(4);
    }

    private void notWithdrawn(Story story) {
        var before = story.tasks();
        assertThatThrownBy(() -> byProposer(story, Act.WITHDRAW, ""))
                .isInstanceOf(NotNow.class)
                .hasMessageContaining("已经作出决定");
        assertThat(story.tasks()).isEqualTo(before);
    }

    @Test
    void nobodyWithdrawsTwice() {
        var story = raise();
        byProposer(story, Act.WITHDRAW, "");
        assertThatThrownBy(() -> byProposer(story, Act.WITHDRAW, "")).hasMessageContaining("已经结束");
    }

    @Test
    void whatLapsedIsTakenUpAgainWithinThirtyDaysAndRunsToItsEnd() {
        var story = lapsed();
        endedDaysAgo(story, 30);
        byProposer(story, Act.REVIVE, "一直在外地，是三号楼东侧。");
        story.waitsAt("task_verifyIssue");
        assertThat(story.matter().outcome()).isNull();
        assertThat(story.matter().closedAt()).isNull();
        assertThat(story.matter().status()).isEqualTo(MatterStatus.OPEN);
        assertThat(story.timeline()).contains("revived");
        assertThat(records.latest(story.no(), "record-issue")).isPresent();
        assertThat(story.task("task_verifyIssue").getTenantId()).isEqualTo("HZ-AS");
        story.workableBy("task_verifyIssue", "clerk", "head")
                .verify()
                .setAgenda()
                .agree()
                .confirm()
                .implement()
                .publish()
                .review(Forms.evaluatedGood())
                .endedAs("CLOSED");
        assertThat(story.mailsTo(Forms.EMAIL).stream().filter(MailKind.RECEIPT::equals))
                .as("receipts")
                .hasSize(1);
        assertThat(statusAtTheEnd(story)).contains("已经办结");
    }

    private String statusAtTheEnd(Story story) {
        return database.sql("select text from outbox_mail where matter_no = ? and address = ? order by id desc limit 1")
                .params(story.no(), Forms.EMAIL)
                .query(String.class)
                .single();
    }

    @Test
    void whatLapsesAgainIsTakenUpAgain() {
        var story = lapsed();
        byProposer(story, Act.REVIVE, "");
        story.by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "verified", false))
                .fire("timer_moreInfoOver")
                .endedAs("WITHDRAWN");
        acts.make(Act.REVIVE, story.no(), "", "", CLERK);
        story.waitsAt("task_verifyIssue");
    }

    @Test
    void afterThirtyDaysTheMatterIsRaisedAnew() {
        var story = lapsed();
        endedDaysAgo(story, 31);
        assertThatThrownBy(() -> byProposer(story, Act.REVIVE, ""))
                .isInstanceOf(NotNow.class)
                .hasMessageContaining("请重新提出");
        story.endedAs("WITHDRAWN");
    }

    @Test
    void onlyWhatLapsedIsTakenUpAgain() {
        var withdrawn = raise();
        byProposer(withdrawn, Act.WITHDRAW, "");
        assertThatThrownBy(() -> byProposer(withdrawn, Act.REVIVE, "")).isInstanceOf(NotNow.class);
        assertThatThrownBy(() -> byProposer(raise(), Act.REVIVE, "")).hasMessageContaining("正在办理");
        var referred = raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "governmentDuty", true));
        assertThatThrownBy(() -> byProposer(referred, Act.REVIVE, "")).isInstanceOf(NotNow.class);
    }

    @Test
    void aChainOfMergedMattersEndsInTheLastAndAllItsProposersHearOfIt() {
        var first = raise(Map.of("proposerEmail", "one@qibu.example"));
        var second = raise(Map.of("proposerEmail", "two@qibu.example"));
        var third = raise(Map.of("proposerEmail", "three@qibu.example"));
        mergedInto(first, second);
        assertThat(first.matter().mergedInto()).hasToString(second.no());
        mergedInto(second, third);
        assertThat(first.matter().mergedInto()).hasToString(third.no());
        assertThat(second.matter().mergedInto()).hasToString(third.no());
        var fourth = raise(Map.of("proposerEmail", "four@qibu.example"));
        mergedInto(fourth, first);
        assertThat(fourth.matter().mergedInto()).hasToString(third.no());
        third.verify();
        for (var follower : List.of("one", "two", "three", "four")) {
            assertThat(third.mailsTo(follower + "@qibu.example")).as(follower).contains(MailKind.STATUS);
        }
        assertThat(third.mailsTo("one@qibu.example"))
                .as("the receipt of another")
                .doesNotContain(MailKind.RECEIPT);
    }

    private void mergedInto(Story story, Story into) {
        story.by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "duplicateOf", into.no()));
        assertThat(story.matter().outcome()).isEqualTo(Outcome.CLOSED);
    }

    @Test
    void aMatterIsNotMergedIntoItselfNorRoundInACircleNorIntoAnotherCommunityNorIntoOneThatIsOver() {
        var story = raise();
        notMergedInto(story, story.no(), "不能并入事项自己");
        var joined = raise();
        mergedInto(joined, story);
        notMergedInto(story, joined.no(), "不能并入事项自己");
        notMergedInto(story, raiseAs("clerk-fy", "HZ-FY", Map.of()).no(), "本社区没有编号为");
        var over = lapsed();
        notMergedInto(story, over.no(), "已经结束，不能并入");
        story.verify().waitsAt("task_studyTopic");
    }

    private void notMergedInto(Story story, String number, String sentence) {
        assertThatThrownBy(() ->
                        story.by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "duplicateOf", number)))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining(sentence);
        story.waitsAt("task_verifyIssue");
    }

    @Test
    void aResidentRaisesAMatterWithoutAnAccount() {
        var issue = Forms.without(Forms.issue("HZ-AS", "爱山新村南门"), "proposerEmail", "proposerPhone");
        var story = new Story(this, desk.receive(Forms.with(issue, "channel", "WEB")));
        story.workableBy("task_verifyIssue", "clerk", "head");
        assertThat(story.matter().openedBy()).isNull();
        assertThatThrownBy(() -> desk.receive(Forms.with(issue, "communityCode", "XX-XX")))
                .isInstanceOf(FormRefused.class);
        assertThatThrownBy(() -> desk.receive(Forms.with(issue, "collectionResult", "ACCEPT")))
                .isInstanceOf(FormRefused.class);
        story.verify().waitsAt("task_studyTopic");
    }

    private void byProposer(Story story, Act act, String text) {
        acts.make(act, story.no(), story.matter().receipt(), text, null);
    }

    private Story unclear() {
        return raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "verified", false))
                .waitsAt("task_askMore");
    }

    private Story lapsed() {
        return unclear().fire("timer_moreInfoOver").endedAs("WITHDRAWN");
    }

    private Story refused() {
        return raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "courtOrCasePending", true));
    }

    private void endedDaysAgo(Story story, int days) {
        database.sql("update matter set closed_at = ? where matter_no = ?")
                .params(Timestamp.from(Instant.now().minus(Duration.ofDays(days))), story.no())
                .update();
    }
}
