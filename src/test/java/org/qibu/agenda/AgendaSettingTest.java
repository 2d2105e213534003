package org.qibu.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qibu.engine.FormRefused;
import org.qibu.mail.MailKind;
import org.qibu.notices.objections.NoObjection;
import org.qibu.process.Forms;
import org.qibu.process.ModelTest;

/** Step 2: an issue becomes a topic with parties, a place, a time and a deciding body. */
class AgendaSettingTest extends ModelTest {

    @Override
    public String model() {
        return "agenda-setting";
    }

    @Test
    void goesToConsultationWhenNobodyObjectsToTheAgenda() {
        var story = raise().verify()
                .workableBy("task_studyTopic", "clerk", "head")
                .by("clerk", "task_studyTopic", Forms.studied())
                .workableBy("task_nameParties", "clerk", "head")
                .by("clerk", "task_nameParties", Forms.parties())
                .workableBy("task_fixAgenda", "secretary")
                .by("secretary", "task_fixAgenda", Forms.onAgenda());
        assertThat(story.mails()).extracting("kind").contains(MailKind.INVITATION);
        story.fire("timer_noticeOver").waitsAt("task_recordMeeting");
        assertThat(story.values())
                .containsEntry("agendaResult", "ADOPT")
                .containsEntry("level", "COMPOUND")
                .containsEntry("decisionBody", "COUNCIL")
                .containsEntry("ruleId", "CONS")
                .containsEntry("statutory", false);
    }

    @Test
    void anEmergencyMeetsAtOnceWhileItsTopicIsPosted() {
        var story = raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "safetyRisk", true))
                .study()
                .by(
                        "secretary",
                        "task_fixAgenda",
                        Forms.with(Forms.onAgenda(), "meetingAt", Forms.today() + "T23:30:00+08:00"))
                .waitsAt("task_recordMeeting");
        assertThat(story.timeline()).contains("noticePosted").doesNotContain("noticeTakenDown");
        assertThatThrownBy(story::object).isInstanceOf(NoObjection.class);
    }

    @Test
    void aTechnicalTopicNeedsAnExpertsOpinionFirst() {
        raise().verify()
                .by("clerk", "task_studyTopic", Forms.with(Forms.studied(), "technical", true))
                .workableBy("task_expertOpinion", "expert")
                .by("expert", "task_expertOpinion", Map.of("opinion", "地坪承重满足要求。", "feasible", true))
                .waitsAt("task_nameParties");
    }

    @Test
    void aTopicSentBackIsStudiedAnew() {
        raise().verify()
                .study()
                .by("secretary", "task_fixAgenda", Map.of("decision", "RETURN_FOR_STUDY", "reason", "再比较一种办法。"))
                .waitsAt("task_studyTopic")
                .setAgenda()
                .waitsAt("task_recordMeeting");
    }

    @Test
    void aTopicNotPutOnTheAgendaIsExplainedToItsProposer() {
        var story = raise().verify()
                .study()
                .by("secretary", "task_fixAgenda", Forms.notOnAgenda())
                .waitsAt("task_explainRejection")
                .explain()
                .endedAs("NOT_ADOPTED");
        assertThat(story.value("agendaResult")).isEqualTo("NOT_ON_AGENDA");
        assertThat(story.mailsTo(Forms.EMAIL)).contains(MailKind.REJECTION);
    }

    @Test
    void anObjectionUpheldAgainstTheAgendaBringsTheTopicBackToStudy() {
        raise().verify()
                .study()
                .by("secretary", "task_fixAgenda", Forms.onAgenda())
                .object()
                .by("clerk", "task_handleObjection", Forms.objectionHandled(true, "CONSULTATION"))
                .waitsAt("task_studyTopic");
    }

    @Test
    void aMeetingBeforeTheEndOfTheNoticeIsRefused() {
        var story = raise().verify().study();
        assertThatThrownBy(() -> story.by(
                        "secretary",
                        "task_fixAgenda",
                        Forms.with(Forms.onAgenda(), "meetingAt", Forms.today().plusDays(1) + "T19:30:00+08:00")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("公示满 3 天");
        story.waitsAt("task_fixAgenda");
    }

    @Test
    void aTopicIsSentBackTwiceAndThenPutOnTheAgendaOrNot() {
        var story = raise().verify();
        for (int time = 1; time <= 2; time++) {
            story.study().by("secretary", "task_fixAgenda", sentBack());
        }
        story.study();
        assertThatThrownBy(() -> story.by("secretary", "task_fixAgenda", sentBack()))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("已退回研究 2 次，请决定列入或不列入议题");
        story.waitsAt("task_fixAgenda")
                .by("secretary", "task_fixAgenda", Forms.notOnAgenda())
                .explain()
                .endedAs("NOT_ADOPTED");
    }

    private static Map<String, Object> sentBack() {
        return Map.of("decision", "RETURN_FOR_STUDY", "reason", "再比较一种办法。");
    }

    @Test
    void aTopicObjectedToWithReasonAThirdTimeIsNotPutOnTheAgenda() {
        var story = raise().verify();
        for (int time = 1; time <= 3; time++) {
            story.study()
                    .by("secretary", "task_fixAgenda", Forms.onAgenda())
                    .object()
                    .by("clerk", "task_handleObjection", Forms.objectionHandled(true, "CONSULTATION"));
        }
        story.explain().endedAs("NOT_ADOPTED");
    }

    @Test
    void aTopicThatWasTakenUpALevelIsNotTakenDownAgain() {
        var story = raise().verify().setAgenda();
        for (int time = 1; time <= 2; time++) {
            story.meet(Forms.hardlyAnybodyCame()).nextRound();
        }
        story.meet(Forms.hardlyAnybodyCame()).study();
        assertThatThrownBy(() ->
                        story.by("secretary", "task_fixAgenda", Forms.with(Forms.onAgenda(), "level", "BUILDING")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("不能再降下来");
        story.by("secretary", "task_fixAgenda", Forms.with(Forms.onAgenda(), "level", "SUBDISTRICT"))
                .fire("timer_noticeOver")
                .waitsAt("task_recordMeeting");
    }
}
