package org.qibu.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.qibu.engine.FormRefused;

/** A notice stands for its days; whoever objects gets an answer. */
class PublicNoticeTest extends ModelTest {

    @Override
    String model() {
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
        assertThatThrownBy(story::object).isInstanceOf(FormRefused.class);
    }

    private Story posted() {
        return raise().verify().study().by("secretary", "task_fixAgenda", Forms.onAgenda());
    }
}
