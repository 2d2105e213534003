package org.qibu.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qibu.engine.FormRefused;
import org.qibu.process.Forms;
import org.qibu.process.ModelTest;

/** Step 5: a plan with a lead unit and days, each action followed on its own, the work accepted by others. */
class ImplementationTest extends ModelTest {

    @Override
    public String model() {
        return "implementation";
    }

    @Test
    void workThatIsAcceptedIsComplete() {
        var story = decided()
                .workableBy("task_plan", "clerk", "head")
                .by("clerk", "task_plan", Forms.planned(2))
                .waitsAt("task_progress", "task_progress")
                .workableBy("task_progress", "property")
                .by("property", "task_progress", Forms.done())
                .by("property", "task_progress", Forms.done())
                .workableBy("task_acceptWork", "watcher")
                .acceptWork()
                .waitsAt("task_draftFeedback");
        assertThat(story.value("implementationResult")).isEqualTo("ACCEPTED");
        assertThat(story.matter().completedAt()).isNotNull();
    }

    @Test
    void aSmallMatterIsReportedDoneInASentence() {
        var story = raise().by("clerk", "task_verifyIssue", Forms.small())
                .by("clerk", "task_settleInstantly", Forms.settled("SETTLED"))
                .workableBy("task_reportDone", "clerk", "head")
                .by("clerk", "task_reportDone", Map.of("doneText", "物业已清洗。"));
        assertThat(story.value("implementationResult")).isEqualTo("ACCEPTED");
    }

    @Test
    void aShortDelayIsGrantedByTheTwoCommittees() {
        decided()
                .plan()
                .by("property", "task_progress", Forms.delayed(25))
                .workableBy("task_approveDelay", "secretary")
                .by("secretary", "task_approveDelay", Forms.granted(25))
                .waitsAt("task_progress")
                .by("property", "task_progress", Forms.done())
                .waitsAt("task_acceptWork");
    }

    @Test
    void aLongDelayIsTheSubDistrictsToGrant() {
        decided()
                .plan()
                .by("property", "task_progress", Forms.delayed(26))
                .workableBy("task_approveDelay", "leader", "subdistrict")
                .by("subdistrict", "task_approveDelay", Forms.granted(26))
                .waitsAt("task_progress");
    }

    @Test
    void aSecondDelayIsTheSubDistrictsHoweverShort() {
        decided()
                .plan()
                .by("property", "task_progress", Forms.delayed(12))
                .by("secretary", "task_approveDelay", Forms.granted(12))
                .by("property", "task_progress", Forms.delayed(13))
                .workableBy("task_approveDelay", "leader", "subdistrict");
    }

    @Test
    void aDelayRefusedLeavesTheDayAsItWas() {
        var story = decided()
                .plan()
                .by("property", "task_progress", Forms.delayed(12))
                .by("secretary", "task_approveDelay", Map.of("approved", false, "reason", "请增加人手。"))
                .waitsAt("task_progress");
        assertThat(story.timeline()).contains("delayRefused");
    }

    @Test
    void workThatIsNotDoneNeedsADelayOrAReason() {
        var story = decided().plan();
        assertThatThrownBy(() -> story.by("property", "task_progress", Map.of("progress", 60, "doneText", "还差照明。")))
                .isInstanceOf(FormRefused.class);
        story.waitsAt("task_progress");
    }

    @Test
    void whatCannotBeDoneGoesBackToConsultation() {
        var story = decided()
                .by("clerk", "task_plan", Forms.planned(2))
                .by("property", "task_progress", Forms.impossible())
                .waitsAt("task_recordMeeting");
        assertThat(story.value("implementationResult")).isEqualTo("IMPOSSIBLE");
        assertThat(story.matter().cycle()).isEqualTo(2);
    }

    @Test
    void costsFarAboveTheBudgetGoBackToConsultation() {
        var story = decided()
                .plan()
                .by("property", "task_progress", Forms.with(Forms.done(), "actualCost", 6_601))
                .waitsAt("task_recordMeeting");
        assertThat(story.value("implementationResult")).isEqualTo("COST_OVERRUN");
    }

    @Test
    void workTheReviewFoundOnlyFairIsPutRightAndAcceptedAgain() {
        published()
                .review(Forms.evaluated("FULL", 70, 30))
                .workableBy("task_rectify", "property")
                .by("property", "task_rectify", Forms.rectified())
                .workableBy("task_acceptWork", "watcher")
                .acceptWork()
                .waitsAt("task_draftFeedback");
    }

    @Test
    void costsATenthAboveTheBudgetAreBorne() {
        decided()
                .plan()
                .by("property", "task_progress", Forms.with(Forms.done(), "actualCost", 6_600))
                .waitsAt("task_acceptWork");
    }

    @Test
    void workThatIsRefusedIsPutRightByTheLeadUnit() {
        decided()
                .work()
                .by("watcher", "task_acceptWork", Forms.accepted(false))
                .workableBy("task_rectify", "property")
                .by("property", "task_rectify", Forms.rectified())
                .acceptWork()
                .waitsAt("task_draftFeedback");
    }

    @Test
    void nobodyAcceptsTheWorkOfTheirOwnUnit() {
        engine.getIdentityService().createMembership("property", "result-supervisors");
        try {
            decided().work().workableBy("task_acceptWork", "watcher");
        } finally {
            engine.getIdentityService().deleteMembership("property", "result-supervisors");
        }
    }

    @Test
    void workRefusedTwiceIsJudgedByTheSubDistrictAndAfterAThirdRefusalTalkedOverAnew() {
        var story = decided().work();
        for (int time = 1; time <= 2; time++) {
            story.by("watcher", "task_acceptWork", Forms.accepted(false))
                    .by("property", "task_rectify", Forms.rectified());
        }
        story.workableBy("task_acceptWork", "leader", "subdistrict")
                .by("subdistrict", "task_acceptWork", Forms.accepted(false))
                .waitsAt("task_recordMeeting");
        assertThat(story.value("implementationResult")).isEqualTo("IMPOSSIBLE");
    }

    @Test
    void workRefusedTwiceMayBeAcceptedByTheSubDistrict() {
        var story = decided().work();
        for (int time = 1; time <= 2; time++) {
            story.by("watcher", "task_acceptWork", Forms.accepted(false))
                    .by("property", "task_rectify", Forms.rectified());
        }
        story.by("leader", "task_acceptWork", Forms.accepted(true)).waitsAt("task_draftFeedback");
    }

    @Test
    void afterThreeRequestsForMoreTimeAnActionIsDoneOrCannotBeDone() {
        var story = decided().plan();
        for (int day = 11; day <= 13; day++) {
            story.by("property", "task_progress", Forms.delayed(day))
                    .by("secretary", "task_approveDelay", Map.of("approved", false, "reason", "请增加人手。"));
        }
        assertThatThrownBy(() -> story.by("property", "task_progress", Forms.delayed(14)))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("已申请延期 3 次");
        story.by("property", "task_progress", Forms.impossible()).waitsAt("task_recordMeeting");
    }
}
