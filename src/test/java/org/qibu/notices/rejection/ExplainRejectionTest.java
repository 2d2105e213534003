package org.qibu.notices.rejection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qibu.engine.FormRefused;
import org.qibu.mail.MailKind;
import org.qibu.process.Forms;
import org.qibu.process.ModelTest;
import org.qibu.process.Story;

/** Nothing is turned down without a reason its proposer can read. */
class ExplainRejectionTest extends ModelTest {

    @Override
    public String model() {
        return "explain-rejection";
    }

    @Test
    void theReasonGoesOutToTheProposerAndTheParticipants() {
        var story = turnedDown()
                .workableBy("task_explainRejection", "clerk", "head")
                .explain()
                .endedAs("NOT_ADOPTED");
        assertThat(story.mailsTo(Forms.EMAIL)).contains(MailKind.REJECTION);
        assertThat(story.mails().stream()
                        .filter(mail -> mail.kind() == MailKind.REJECTION)
                        .map(mail -> mail.address()))
                .as("rejections to participants")
                .hasSizeGreaterThan(5);
    }

    @Test
    void aReasonInAFewWordsIsRefused() {
        var story = turnedDown();
        assertThatThrownBy(() -> story.by("clerk", "task_explainRejection", Map.of("reason", "不合适，不采纳。")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("30");
        story.waitsAt("task_explainRejection");
    }

    private Story turnedDown() {
        return raise().verify().study().by("secretary", "task_fixAgenda", Forms.notOnAgenda());
    }
}
