package org.qibu.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qibu.engine.FormRefused;
import org.qibu.mail.MailKind;
import org.qibu.process.Forms;
import org.qibu.process.ModelTest;
import org.qibu.process.Story;

/** Step 6: what came of a matter is checked, told to everybody concerned and posted. */
class FeedbackTest extends ModelTest {

    @Override
    public String model() {
        return "feedback";
    }

    @Test
    void aResultIsDraftedCheckedToldAndPosted() {
        var story = worked().workableBy("task_draftFeedback", "clerk", "head")
                .by("clerk", "task_draftFeedback", Forms.drafted())
                .workableBy("task_checkNotice", "secretary")
                .by("secretary", "task_checkNotice", Forms.noticeChecked(true));
        assertThat(story.mailsTo(Forms.EMAIL)).contains(MailKind.RESULT);
        story.fire("timer_noticeOver").waitsAt();
        assertThat(story.value("feedbackResult")).isEqualTo("PUBLISHED");
    }

    @Test
    void aNoticeThatIsNotApprovedIsDraftedAnew() {
        var story = worked().by("clerk", "task_draftFeedback", Forms.drafted())
                .by("secretary", "task_checkNotice", Forms.noticeChecked(false))
                .waitsAt("task_draftFeedback");
        assertThat(story.mailsTo(Forms.EMAIL)).doesNotContain(MailKind.RESULT);
    }

    @Test
    void anApprovalWithoutALookAtPrivacyDoesNotCount() {
        worked().by("clerk", "task_draftFeedback", Forms.drafted())
                .by("secretary", "task_checkNotice", Map.of("approved", true, "legalOk", true))
                .waitsAt("task_draftFeedback");
    }

    @Test
    void theDepartmentThatEntrustedAMatterIsReportedBackTo() {
        agreed("GOV_ENTRUSTED")
                .confirm()
                .implement()
                .draft()
                .workableBy("task_reportBack", "clerk", "head")
                .upload("clerk", "report")
                .by("clerk", "task_reportBack", Map.of("sentOn", Forms.today().toString()))
                .waitsAt();
    }

    @Test
    void aReportToTheDepartmentIsNotDoneWithoutTheReport() {
        var story = agreed("GOV_ENTRUSTED").confirm().implement().draft();
        var sent = Map.<String, Object>of("sentOn", Forms.today().toString());
        assertThat(shown(story)).isEqualTo("**还缺：报送的报告**（必须上传）。请在“事项”页上传。");
        assertThatThrownBy(() -> story.by("clerk", "task_reportBack", sent))
                .isInstanceOf(FormRefused.class)
                .hasMessage("还缺：报送的报告。请先在“事项”页上传，再完成任务。");
        story.upload("clerk", "photos").waitsAt("task_reportBack");
        assertThatThrownBy(() -> story.by("clerk", "task_reportBack", sent)).isInstanceOf(FormRefused.class);
        story.upload("clerk", "report").upload("head", "report");
        assertThat(shown(story)).isEqualTo("**报送的报告**：已上传 2 个文件。");
        story.by("clerk", "task_reportBack", sent).waitsAt();
    }

    private Object shown(Story story) {
        var task = story.task("task_reportBack").getId();
        return as("clerk", () -> engine.getFormService().getTaskFormVariables(task))
                .get("files_report");
    }

    @Test
    void aProposerWithoutMailAddressIsPhoned() {
        raise(Map.of("proposerEmail", ""))
                .verify()
                .setAgenda()
                .agree()
                .confirm()
                .implement()
                .draft()
                .workableBy("task_contactByPhone", "clerk", "head")
                .by(
                        "clerk",
                        "task_contactByPhone",
                        Map.of("talkedOn", Forms.today().toString()))
                .waitsAt();
    }

    @Test
    void aSmallResultIsToldAndPostedAtOnce() {
        var story = raise().by("clerk", "task_verifyIssue", Forms.small())
                .by("clerk", "task_settleInstantly", Forms.settled("SETTLED"))
                .by("clerk", "task_reportDone", Map.of("doneText", "物业已清洗。"))
                .waitsAt();
        assertThat(story.mailsTo(Forms.EMAIL)).contains(MailKind.RESULT);
        assertThat(story.timeline()).contains("noticePosted");
    }

    @Test
    void anObjectionUpheldAgainstTheResultReturnsTheMatter() {
        var story = worked().draft()
                .object()
                .by("clerk", "task_handleObjection", Forms.objectionHandled(true, "CONSULTATION"))
                .waitsAt("task_recordMeeting");
        assertThat(story.value("feedbackResult")).isEqualTo("OBJECTION_UPHELD");
    }

    @Test
    void anObjectionNotUpheldLeavesTheResultPosted() {
        worked().draft()
                .object()
                .by("clerk", "task_handleObjection", Forms.objectionHandled(false, null))
                .fire("timer_noticeOver")
                .fire("timer_surveyOver");
    }

    @Test
    void whatWasRefusedTwiceIsWrittenByTheTwoCommitteesAndPublished() {
        var story = worked();
        for (int time = 1; time <= 2; time++) {
            story.by("clerk", "task_draftFeedback", Forms.drafted())
                    .by("secretary", "task_checkNotice", Forms.noticeChecked(false));
        }
        story.workableBy("task_draftFeedback", "secretary").by("secretary", "task_draftFeedback", Forms.drafted());
        assertThat(story.mailsTo(Forms.EMAIL)).contains(MailKind.RESULT);
        story.fire("timer_noticeOver").fire("timer_surveyOver");
    }
}
