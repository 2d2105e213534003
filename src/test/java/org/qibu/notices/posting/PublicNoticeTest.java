package org.qibu.notices.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.qibu.calendar.Calendars;
import org.qibu.engine.FormRefused;
import org.qibu.mail.MailKind;
import org.qibu.notices.board.PublicBoard;
import org.qibu.notices.channels.Channel;
import org.qibu.notices.channels.Channels;
import org.qibu.notices.channels.Hanging;
import org.qibu.notices.objections.NewObjection;
import org.qibu.notices.objections.NoObjection;
import org.qibu.process.Forms;
import org.qibu.process.ModelTest;
import org.qibu.process.Story;
import org.springframework.beans.factory.annotation.Autowired;

/** A notice stands for its days; whoever objects gets an answer. */
class PublicNoticeTest extends ModelTest {

    @Autowired
    Notices notices;

    @Autowired
    Channels channels;

    @Autowired
    PublicBoard board;

    @Override
    public String model() {
        return "public-notice";
    }

    @Test
    void aNoticeNobodyObjectsToIsTakenDownInTheEnd() {
        var story = posted();
        assertThat(story.timeline()).last().isEqualTo("noticePosted");
        story.fire("timer_noticeOver").waitsAt("task_recordMeeting");
        assertThat(story.timeline()).contains("noticeTakenDown");
    }

    @Test
    void anObjectionThatIsNotUpheldLeavesTheNoticeStanding() {
        var story = posted().object()
                .workableBy("task_handleObjection", "clerk", "head")
                .by("clerk", "task_handleObjection", Forms.objectionHandled(false, null))
                .waitsAt();
        assertThat(story.timeline()).doesNotContain("noticeTakenDown");
        story.object().waitsAt("task_handleObjection");
    }

    @Test
    void anObjectionThatIsUpheldTakesTheNoticeDownAtOnce() {
        var story = posted().object()
                .by("clerk", "task_handleObjection", Forms.objectionHandled(true, "CONSULTATION"))
                .waitsAt("task_studyTopic");
        assertThat(story.timeline()).contains("noticeTakenDown");
    }

    @Test
    void objectionsRaisedWhileOneIsHandledAreAnsweredOneAfterTheOther() {
        var story = posted().object().object().waitsAt("task_handleObjection");
        story.by("clerk", "task_handleObjection", Forms.objectionHandled(false, null))
                .waitsAt("task_handleObjection")
                .by("head", "task_handleObjection", Forms.objectionHandled(false, null))
                .waitsAt();
        assertThat(objections.of(story.no())).allMatch(objection -> !objection.isOpen());
    }

    @Test
    void anObjectionUpheldHasToSayWhereTheMatterReturnsTo() {
        var story = posted().object();
        assertThatThrownBy(() ->
                        story.by("clerk", "task_handleObjection", Forms.values("upheld", true, "answer", "异议成立。")))
                .isInstanceOf(FormRefused.class);
    }

    @Test
    void anObjectionAfterTheNoticeCameDownIsRefused() {
        var story = posted().fire("timer_noticeOver");
        assertThatThrownBy(story::object).isInstanceOf(NoObjection.class).hasMessageContaining("现在不能再提出异议");
    }

    @Test
    void theEndOfTheTermWaitsForTheAnswerToAnObjection() {
        var story = posted().object();
        assertThatThrownBy(() -> story.fire("timer_noticeOver"));
        story.waitsAt("task_handleObjection")
                .by("clerk", "task_handleObjection", Forms.objectionHandled(false, null))
                .fire("timer_noticeOver")
                .waitsAt("task_recordMeeting");
    }

    @Test
    void whoeverObjectedAndLeftAnAddressHearsOfTheReceiptAndOfTheAnswer() {
        var story = posted();
        objections.raise(story.no(), new NewObjection("邵蓉蓉", "新位置挡住了消防通道。", "shao.objects@qibu.example"), null);
        assertThat(story.mailsTo("shao.objects@qibu.example")).containsExactly(MailKind.STATUS);
        story.by("clerk", "task_handleObjection", Forms.objectionHandled(false, null));
        assertThat(story.mailsTo("shao.objects@qibu.example")).containsExactly(MailKind.STATUS, MailKind.STATUS);
    }

    @Test
    void anObjectionIsToBeAnsweredWithinFiveWorkingDays() {
        var story = posted().object();
        var raised = objections.of(story.no()).get(0);
        assertThat(story.task("task_handleObjection").getDueDate()).isEqualTo(Date.from(objections.due(raised)));
    }

    @Test
    void thePublishedResultPlansTheChannelsTheFeedbackNamed() {
        var story = worked().draft();
        var notice = notices.current(story.no()).orElseThrow();
        assertThat(channels.of(notice.id()))
                .extracting(Hanging::channel)
                .containsExactly(Channel.PORTAL, Channel.NOTICE_BOARD);
        assertThat(channels.of(notice.id())).extracting(Hanging::isPlanned).containsExactly(false, true);
    }

    @Test
    void nobodysNameStandsInAnyPublicSheetOfANotice() {
        var story = posted().object();
        story.by(
                "clerk",
                "task_handleObjection",
                Forms.with(Forms.objectionHandled(false, null), "answer", "已向沈巧云和邵蓉蓉说明，电话13857200417，3幢2单元301室。"));
        var sheet = board.find(notices.current(story.no()).orElseThrow().id()).orElseThrow();
        assertThat(sheet.objections()).hasSize(1);
        // moments hold any digits
        assertThat(sheet.toString().replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", ""))
                .contains("沈某某", "邵某某")
                .doesNotContain("沈巧云", "邵蓉蓉", "13857200417", "301");
    }

    @Test
    void aTermEndsWithTheLastSecondOfItsLastDay() {
        var notice = notices.current(posted().no()).orElseThrow();
        assertThat(notice.postedUntil().atZone(Calendars.CHINA).toLocalTime()).isEqualTo(LocalTime.of(23, 59, 59));
    }

    private Story posted() {
        return raise().verify().study().by("secretary", "task_fixAgenda", Forms.onAgenda());
    }
}
