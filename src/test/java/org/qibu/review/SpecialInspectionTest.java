package org.qibu.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.qibu.engine.FormRefused;
import org.qibu.engine.process.Programmes;
import org.qibu.process.Forms;
import org.qibu.process.ModelTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What failed again and again is inspected by the sub-district, which says how it ends. */
class SpecialInspectionTest extends ModelTest {

    @Autowired
    private Programmes programmes;

    @Override
    public String model() {
        return "special-inspection";
    }

    @Test
    void anInspectionMayCloseTheMatter() {
        toBeInspected()
                .workableBy("task_inspectMatter", "inspector")
                .by("inspector", "task_inspectMatter", Forms.inspected("CLOSE"))
                .endedAs("CLOSED");
    }

    @Test
    void anInspectionBesideTheMattersOwnProcessLeavesItOpen() {
        var story = raise().verify();
        assertThat(programmes.startOnce("special-inspection", story.no(), "HZ-AS"))
                .isTrue();
        story.by("inspector", "task_inspectMatter", Forms.inspected("CLOSE")).waitsAt("task_studyTopic");
        assertThat(story.matter().isClosed()).isFalse();
    }

    @Test
    void anInspectionMayReferTheMatter() {
        toBeInspected()
                .by("inspector", "task_inspectMatter", Forms.inspected("REFER"))
                .endedAs("REFERRED");
    }

    @Test
    void anInspectionMayHaveTheWorkDoneOnceMore() {
        var story = toBeInspected().by("inspector", "task_inspectMatter", Forms.inspected("REOPEN_IMPLEMENTATION"));
        story.waitsAt("task_plan");
        assertThat(story.matter().reopened()).isEqualTo(1);
    }

    @Test
    void anInspectionHasTheWorkDoneOnceMoreAndNotTwice() {
        var story = toBeInspected()
                .by("inspector", "task_inspectMatter", Forms.inspected("REOPEN_IMPLEMENTATION"))
                .implement()
                .publish()
                .review(Forms.evaluated("NO", 80, 20))
                .agree()
                .confirm()
                .implement()
                .publish()
                .review(Forms.evaluated("NO", 80, 20))
                .waitsAt("task_inspectMatter");
        assertThatThrownBy(() -> story.by("inspector", "task_inspectMatter", Forms.inspected("REOPEN_IMPLEMENTATION")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("请选择办结或转有关部门");
        story.by("inspector", "task_inspectMatter", Forms.inspected("CLOSE")).endedAs("CLOSED");
    }
}
