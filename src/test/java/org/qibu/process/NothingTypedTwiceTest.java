package org.qibu.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.qibu.matter.contract.UserTaskElements;

/** The load on staff: no form asks for what an earlier one of the matter took, and there are few of them. */
class NothingTypedTwiceTest extends ProcessTest {

    private static final int MOST_OF_A_SMALL_MATTER = 4;
    private static final int MOST_IN_DEPTH = 16;

    @Test
    void noFormAsksForWhatAnEarlierOneTookNorShowsACodeForAWord() throws IOException {
        var reasons = new Reasons();
        var codes = new CodesShown(engine.getFormService());
        var retyping = new Retyping(this, reasons, codes);
        byConsensusWithEveryDetour(retyping);
        byVoteCountedTwiceAndHeldTwice(retyping);
        rectifiedReopenedAndInspected(retyping);
        takenUpOnRecheckAndKeptOffTheAgenda(retyping);
        upgraded(retyping);
        settledOnTheSpot(retyping);
        answeredDirectly(retyping);
        withAGapInItsFile(retyping);

        assertThat(retyping.faults()).as("questions asked twice").isEmpty();
        assertThat(codes.faults()).as("codes and dates as machines write them").isEmpty();
        assertThat(retyping.forms()).as("forms that were opened").isEqualTo(forms());
        assertThat(reasons.idle()).as("reasons nobody needs").isEmpty();
    }

    private void byConsensusWithEveryDetour(Retyping retyping) {
        var found = Forms.with(
                Forms.verified(),
                "matterType",
                "GOV_ENTRUSTED",
                "technical",
                true,
                "siteVisitOn",
                Forms.today().toString());
        var story = retyping.watch(raise(Map.of("proposerEmail", "", "safetyRisk", false)))
                .by("clerk", "task_verifyIssue", Forms.with(found, "verified", false))
                .by("clerk", "task_askMore", Map.of("reply", "是三号楼东侧的投放点。"))
                .by("clerk", "task_verifyIssue", found);
        studyWithExpert(story)
                .by("secretary", "task_fixAgenda", Map.of("decision", "RETURN_FOR_STUDY", "reason", "再比较一种办法。"));
        studyWithExpert(story)
                .by("secretary", "task_fixAgenda", Forms.with(Forms.onAgenda(), "topicText", "垃圾投放点怎么移"))
                .fire("timer_noticeOver")
                .meet(Forms.metWithMajorObjection())
                .by("mediator", "task_mediate", Forms.mediated())
                .nextRound()
                .meet(Forms.with(Forms.met(10), "openPoints", "照明时间"))
                .by("rep", "task_confirmOpinion", Forms.confirmed(false))
                .nextRound()
                .agree()
                .by("secretary", "task_confirmConsensus", Forms.decided(false))
                .agree()
                .confirm()
                .plan()
                .by("property", "task_progress", Forms.delayed(25))
                .by("secretary", "task_approveDelay", Forms.granted(25))
                .by("property", "task_progress", Forms.done())
                .by("watcher", "task_acceptWork", Forms.accepted(false))
                .by("property", "task_rectify", Forms.rectified())
                .acceptWork()
                .by("clerk", "task_draftFeedback", Forms.drafted())
                .by("secretary", "task_checkNotice", Forms.noticeChecked(false))
                .draft()
                .upload("clerk", "report")
                .by("clerk", "task_reportBack", Map.of("sentOn", Forms.today().toString()))
                .by(
                        "clerk",
                        "task_contactByPhone",
                        Map.of("talkedOn", Forms.today().toString(), "remark", "已告知。"))
                .object()
                .by("clerk", "task_handleObjection", Forms.objectionHandled(false, null))
                .fire("timer_noticeOver")
                .review(Forms.evaluated("FULL", 29, 0))
                .fire("timer_surveyOver")
                .evaluate(Forms.evaluated("FULL", 29, 0))
                .evaluate(Forms.with(Forms.evaluated("FULL", 29, 0), "supervisorRuling", "REOPEN"))
                .work()
                .waitsAt("task_acceptWork");
    }

    private static Story studyWithExpert(Story story) {
        return story.by("clerk", "task_studyTopic", Forms.with(Forms.studied(), "technical", true))
                .by("expert", "task_expertOpinion", Map.of("opinion", "地坪承重满足要求。", "feasible", true, "risks", "雨天不宜施工"))
                .by("clerk", "task_nameParties", Forms.parties());
    }

    private void byVoteCountedTwiceAndHeldTwice(Retyping retyping) {
        var electorate = electorate("RESIDENTS_REP_MEETING");
        var heads = electorate.total().heads();
        retyping.watch(raise())
                .by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "matterType", "RES_MAJOR"))
                .setAgenda()
                .agree()
                .by("secretary", "task_partyStudy", Forms.partyStudied("SUBMIT"))
                .poll(electorate.id())
                .by("teller", "task_enterBallots", Forms.counted(heads, heads))
                .by("scrutineer", "task_certifyCount", Forms.certified(false))
                .by("teller2", "task_enterBallots", Forms.counted(heads, heads))
                .by("scrutineer2", "task_certifyCount", Forms.certified(true))
                .object()
                .by("clerk", "task_handleObjection", Forms.objectionHandled(true, "DECISION"))
                .poll(electorate.id())
                .vote(heads, heads)
                .fire("timer_noticeOver")
                .plan()
                .by("property", "task_progress", Forms.impossible())
                .agree()
                .by("secretary", "task_partyStudy", Forms.partyStudied("SUBMIT"))
                .poll(electorate.id())
                .vote(heads, heads)
                .fire("timer_noticeOver")
                .implement()
                .waitsAt("task_draftFeedback");
    }

    private void rectifiedReopenedAndInspected(Retyping retyping) {
        var story = retyping.watch(raise())
                .verify()
                .setAgenda()
                .agree()
                .confirm()
                .implement()
                .publish();
        for (int time = 1; time <= 2; time++) {
            story.review(Forms.evaluated("FULL", 70, 30))
                    .by("property", "task_rectify", Forms.rectified())
                    .acceptWork()
                    .publish();
        }
        story.review(Forms.evaluated("FULL", 70, 30))
                .by("inspector", "task_inspectMatter", Forms.inspected("REOPEN_IMPLEMENTATION"))
                .implement()
                .publish()
                .review(Forms.evaluated("NO", 80, 20))
                .agree()
                .confirm()
                .implement()
                .publish()
                .review(Forms.evaluatedGood())
                .endedAs("CLOSED");
    }

    private void takenUpOnRecheckAndKeptOffTheAgenda(Retyping retyping) {
        retyping.watch(raise())
                .by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "courtOrCasePending", true))
                .send("collection.recheckRequested")
                .by("leader", "task_recheckRefusal", Map.of("ruling", "OVERTURN", "reason", "不影响诉讼，可以协商。"))
                .study()
                .by("secretary", "task_fixAgenda", Forms.notOnAgenda())
                .explain()
                .endedAs("NOT_ADOPTED");
    }

    private void upgraded(Retyping retyping) {
        retyping.watch(raise())
                .by("clerk", "task_verifyIssue", Forms.small())
                .by("clerk", "task_settleInstantly", Forms.settled("UPGRADE"))
                .setAgenda()
                .agree()
                .waitsAt("task_confirmConsensus");
    }

    private Story settledOnTheSpot(Retyping retyping) {
        return small(retyping.watch(raise()));
    }

    private static Story small(Story story) {
        return story.by("clerk", "task_verifyIssue", Forms.small())
                .by("clerk", "task_settleInstantly", Forms.settled("SETTLED"))
                .by("clerk", "task_reportDone", Map.of("doneText", "物业已清洗。"))
                .fire("timer_surveyOver")
                .evaluate(Forms.evaluatedGood())
                .endedAs("CLOSED");
    }

    private void answeredDirectly(Retyping retyping) {
        retyping.watch(raise())
                .by(
                        "clerk",
                        "task_verifyIssue",
                        Forms.with(
                                Forms.verified(), "affectedHouseholds", 1, "publicInterest", false, "contested", false))
                .by("clerk", "task_answerDirectly", Map.of("answer", "已请物业上门修好。"))
                .endedAs("CLOSED");
    }

    private void withAGapInItsFile(Retyping retyping) {
        var gap = Map.of("item", "收支账目", "reason", "物业自有资金，未单独记账。");
        retyping.watch(raise())
                .verify()
                .setAgenda()
                .agree()
                .confirm()
                .by("clerk", "task_plan", Forms.without(Forms.planned(), "funding"))
                .by("property", "task_progress", Forms.without(Forms.done(), "actualCost"))
                .acceptWork()
                .by("clerk", "task_draftFeedback", Forms.without(Forms.drafted(), "moneyIn", "moneyOut"))
                .by("secretary", "task_checkNotice", Forms.noticeChecked(true))
                .fire("timer_noticeOver")
                .review(Forms.evaluatedGood())
                .by("archivist", "task_completeFile", Map.of("missing", List.of(gap)))
                .endedAs("CLOSED");
    }

    /** The forms in the repository but the one a matter starts with. */
    private static Set<String> forms() throws IOException {
        try (var files = Files.walk(Path.of("forms"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".form"))
                    .map(name -> name.substring(0, name.length() - ".form".length()))
                    .filter(name -> !name.equals("record-issue"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void aSmallMatterCostsFourForms() {
        assertThat(counted(small(raise()))).hasSize(MOST_OF_A_SMALL_MATTER);
    }

    @Test
    void aMatterInDepthCostsSixteenFormsAtMost() {
        var confirmed = published().review(Forms.evaluatedGood()).endedAs("CLOSED");
        assertThat(counted(confirmed)).hasSize(MOST_IN_DEPTH - 2);

        var electorate = electorate("RESIDENTS_REP_MEETING");
        var heads = electorate.total().heads();
        var voted = agreed("RES_MAJOR")
                .by("secretary", "task_partyStudy", Forms.partyStudied("SUBMIT"))
                .poll(electorate.id())
                .vote(heads, heads)
                .fire("timer_noticeOver")
                .implement()
                .publish()
                .review(Forms.evaluatedGood())
                .endedAs("CLOSED");
        assertThat(counted(voted)).hasSize(MOST_IN_DEPTH);
    }

    private List<String> counted(Story story) {
        return records.of(story.no()).stream()
                .map(record -> record.taskKey())
                .filter(task -> task.startsWith("task_") && !UserTaskElements.ON_DEMAND.contains(task))
                .toList();
    }
}
