package org.qibu.matter.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qibu.engine.FormRefused;
import org.qibu.engine.NotYourTask;
import org.qibu.engine.TaskUnavailable;
import org.qibu.matter.Parties;
import org.qibu.process.Forms;
import org.qibu.process.ProcessTest;
import org.qibu.process.Story;
import org.springframework.beans.factory.annotation.Autowired;

/** A mistake just made can be taken back by whoever made it, as long as nothing was built on it. */
class CorrectionTest extends ProcessTest {

    private static final String WHY = "填错了一位参加人。";

    @Autowired
    Parties parties;

    @Test
    void whatWasTakenBackIsDoneRightAndTheMatterGoesOn() {
        var story = studied();
        var first = story.task("task_nameParties").getId();
        story.by("clerk", "task_nameParties", fewerParties()).waitsAt("task_fixAgenda");
        assertThat(parties.of(story.no())).hasSize(11);

        var anew = corrections.takeBack(story.no(), "clerk", first, WHY);

        story.waitsAt("task_nameParties");
        assertThat(story.task("task_nameParties").getId()).isEqualTo(anew).isNotEqualTo(first);
        assertThat(story.task("task_nameParties").getAssignee()).isEqualTo("clerk");
        assertThat(parties.of(story.no())).isEmpty();
        assertThat(story.passed("task_nameParties"))
                .as("in the engine's history")
                .isEqualTo(1);
        story.by("clerk", "task_nameParties", Forms.parties());
        assertThat(story.passed("task_nameParties"))
                .as("in the engine's history")
                .isEqualTo(2);
        assertThat(parties.of(story.no())).hasSize(12);
        story.by("secretary", "task_fixAgenda", Forms.onAgenda())
                .fire("timer_noticeOver")
                .agree()
                .confirm()
                .waitsAt("task_plan");
    }

    @Test
    void theFormOpensWithWhatWasEntered() {
        var story = studied().by("clerk", "task_nameParties", Forms.with(fewerParties(), "interestMap", "三幢反对"));
        var anew = corrections.takeBack(story.no(), "clerk", "", WHY);
        var form = as("clerk", () -> engine.getFormService().getTaskFormVariables(anew));
        assertThat(form).containsEntry("host", "facilitator").containsEntry("interestMap", "三幢反对");
        assertThat(records.draftRows(story.no(), "participants")).hasSize(11);
    }

    @Test
    void theRecordStaysMarkedAndCountsNoLonger() {
        var story = studied().by("clerk", "task_nameParties", Forms.parties());
        corrections.takeBack(story.no(), "clerk", "", WHY);
        assertThat(records.latest(story.no(), "name-parties")).isEmpty();
        assertThat(records.withdrawn(story.no())).singleElement().satisfies(withdrawn -> {
            assertThat(withdrawn.by()).isEqualTo("clerk");
            assertThat(withdrawn.reason()).isEqualTo(WHY);
            assertThat(withdrawn.record().form()).isEqualTo("name-parties");
        });
        assertThat(story.timeline()).contains("corrected", "correctedBecause");
    }

    @Test
    void routingValuesAndTheMatterAreAsTheyWere() {
        var story = raise().verify().study();
        var before = story.matter();
        story.by("secretary", "task_fixAgenda", Forms.values("decision", "RETURN_FOR_STUDY", "reason", "再比较一种办法。"));
        story.waitsAt("task_studyTopic");
        corrections.takeBack(story.no(), "secretary", "", "点错了。");
        assertThat(story.waitsAt("task_fixAgenda").matter()).isEqualTo(before);
        for (int time = 1; time <= 2; time++) {
            story.by("secretary", "task_fixAgenda", Map.of("decision", "RETURN_FOR_STUDY", "reason", "再比较。"))
                    .study();
        }
        story.waitsAt("task_fixAgenda");
    }

    @Test
    void aPlanThatWasTakenBackLeavesNoActions() {
        var story = decided().by("clerk", "task_plan", Forms.planned(3));
        assertThat(story.tasks()).hasSize(3);
        corrections.takeBack(story.no(), "clerk", "", "期限写错了。");
        story.waitsAt("task_plan");
        assertThat(plannedActions.all(story.no())).isEmpty();
        assertThat(story.matter().leadUnit()).isNull();
        story.by("clerk", "task_plan", Forms.planned(2));
        assertThat(plannedActions.current(story.no())).hasSize(2).allMatch(action -> action.planNo() == 1);
        story.by("property", "task_progress", Forms.done())
                .by("property", "task_progress", Forms.done())
                .acceptWork()
                .waitsAt("task_draftFeedback");
    }

    @Test
    void aRequestForMoreTimeIsTakenBackWithinItsAction() {
        var story =
                decided().by("clerk", "task_plan", Forms.planned(2)).by("property", "task_progress", Forms.delayed(12));
        story.waitsAt("task_progress", "task_approveDelay");
        corrections.takeBack(story.no(), "property", "", "不用延期。");
        story.waitsAt("task_progress", "task_progress");
        assertThat(plannedActions.current(story.no())).allSatisfy(action -> {
            assertThat(action.askedDue()).isNull();
            assertThat(action.delaysAsked()).isZero();
            assertThat(action.progress()).isZero();
        });
        story.by("property", "task_progress", Forms.done())
                .by("property", "task_progress", Forms.done())
                .waitsAt("task_acceptWork");
    }

    @Test
    void aRefusalOfWorkIsTakenBackAndIsNotCounted() {
        var story = decided().work();
        for (int time = 1; time <= 3; time++) {
            story.by("watcher", "task_acceptWork", Forms.accepted(false)).waitsAt("task_rectify");
            corrections.takeBack(story.no(), "watcher", "", "看错了标准。");
        }
        story.acceptWork().waitsAt("task_draftFeedback");
    }

    @Test
    void onlyWhoeverSubmittedItTakesItBack() {
        var story = studied().by("clerk", "task_nameParties", Forms.parties());
        assertThatThrownBy(() -> corrections.takeBack(story.no(), "head", "", WHY))
                .isInstanceOf(NotYourTask.class)
                .hasMessageContaining("只有填报的人自己");
        assertThat(corrections.offer(story.no(), "head")).isEmpty();
        assertThat(corrections.offer(story.no(), "clerk")).isPresent();
        story.waitsAt("task_fixAgenda");
    }

    @Test
    void nothingIsTakenBackOnceSomebodyClaimedTheNextTask() {
        var story = studied().by("clerk", "task_nameParties", Forms.parties());
        as(
                "secretary",
                () -> engine.getTaskService().claim(story.task("task_fixAgenda").getId(), "secretary"));
        refused(story, "clerk", "认领");
        story.waitsAt("task_fixAgenda");
    }

    @Test
    void nothingIsTakenBackOnceTheNextTaskWasDone() {
        var story = raise().verify().by("clerk", "task_studyTopic", Forms.studied());
        var first = corrections.offer(story.no(), "clerk").orElseThrow().taskId();
        story.by("clerk", "task_nameParties", Forms.parties());
        assertThat(catchThrowableOfType(
                                TaskUnavailable.class, () -> corrections.takeBack(story.no(), "clerk", first, WHY))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void nothingIsTakenBackOnceRowsWereEnteredForTheNextTask() {
        var story = raise().verify().by("clerk", "task_studyTopic", Forms.studied());
        records.draft(story.no(), "participants", List.of(Map.of("personNo", "P001", "party", "PRINCIPAL")), "head");
        refused(story, "clerk", "填写清单");
    }

    @Test
    void nothingIsTakenBackOnceMailsWentOut() {
        var story = raise().verify().setAgenda().meet(Forms.met(10));
        refused(story, "facilitator", "邮件已经发出");
        story.waitsAt("task_confirmOpinion");
    }

    @Test
    void nothingIsTakenBackOnceATimerMovedOn() {
        var story = published()
                .visit(false)
                .evaluate(Forms.evaluated("FULL", 29, 0))
                .fire("timer_surveyOver");
        refused(story, "supervisor", "");
    }

    @Test
    void nothingIsTakenBackAcrossTheEndOfAStep() {
        var story = agreed("COM_AFFAIR");
        refused(story, "rep", "");
        story.waitsAt("task_confirmConsensus");
    }

    @Test
    void aReasonHasToBeGiven() {
        var story = studied().by("clerk", "task_nameParties", Forms.parties());
        assertThatThrownBy(() -> corrections.takeBack(story.no(), "clerk", "", " "))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("撤回的理由");
    }

    @Test
    void whatWasTakenBackOnceCanBeTakenBackAgainAfterItWasDoneAnew() {
        var story = studied();
        for (int time = 1; time <= 2; time++) {
            story.by("clerk", "task_nameParties", Forms.parties());
            corrections.takeBack(story.no(), "clerk", "", WHY);
        }
        assertThat(corrections.offer(story.no(), "clerk")).isEmpty();
        assertThat(records.withdrawn(story.no())).hasSize(2);
        story.by("clerk", "task_nameParties", Forms.parties()).waitsAt("task_fixAgenda");
    }

    private void refused(Story story, String account, String why) {
        assertThat(corrections.offer(story.no(), account)).isEmpty();
        assertThatThrownBy(() -> corrections.takeBack(story.no(), account, "", WHY))
                .isInstanceOf(TaskUnavailable.class)
                .hasMessageContaining(why);
    }

    private Story studied() {
        return raise().verify().by("clerk", "task_studyTopic", Forms.studied());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fewerParties() {
        var all = Forms.parties();
        var people = (List<Map<String, Object>>) all.get("participants");
        return Forms.with(all, "participants", without(people, "P009"));
    }

    private static List<Map<String, Object>> without(List<Map<String, Object>> people, String personNo) {
        return people.stream()
                .filter(person -> !personNo.equals(person.get("personNo")))
                .toList();
    }
}
