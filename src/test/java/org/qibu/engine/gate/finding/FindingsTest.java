package org.qibu.engine.gate.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.qibu.engine.ModelRefused;
import org.qibu.engine.ModelRefused.Finding;

/** A refused deployment is told in sentences with a place: short, each kind of fault once, with how many they are. */
class FindingsTest {

    private final Findings findings = new Findings();

    @Test
    void namesAnElementByItsLabelAndPutsItsIdBehindTheSentence() {
        findings.add("a.bpmn", Place.of("任务", "排班", "task_1"), "没有候选组");

        assertThat(refused().getMessage()).isEqualTo("部署被拒绝：a.bpmn：任务“排班”没有候选组。（编号 task_1）");
    }

    @Test
    void namesAnElementWithoutLabelByItsId() {
        findings.add("a.bpmn", Place.of("任务", " ", "task_1"), "没有候选组");

        assertThat(refused().getMessage()).isEqualTo("部署被拒绝：a.bpmn：任务 task_1 没有候选组。");
    }

    @Test
    void tellsTheSameFaultOnceAndCountsItsPlaces() {
        IntStream.rangeClosed(1, 70)
                .forEach(no -> findings.add("a.bpmn", Place.of("服务任务", "通知" + no, "t" + no), "不允许 connector"));

        assertThat(refused().findings())
                .singleElement()
                .extracting(Finding::sentence)
                .isEqualTo("服务任务“通知1”、“通知2”、“通知3”、“通知4”、“通知5”等 70 处不允许 connector。（编号 t1、t2、t3…）");
        assertThat(refused().findings().get(0).ids()).hasSize(70);
    }

    @Test
    void staysShortWhateverIsHandedIn() {
        IntStream.rangeClosed(1, 500).forEach(no -> findings.add("a.bpmn", "不允许元素 x" + no));

        assertThat(refused().getMessage()).hasSizeLessThan(600).endsWith("另有 488 类问题，改好以上各处后再部署就会列出。");
        assertThat(refused().findings()).hasSize(500);
    }

    @Test
    void namesEachFileOnceAndStartsALineForIt() {
        findings.add("a.bpmn", "一");
        findings.add("b.dmn", Place.described("第 1 行“急不急”"), "的“≥3”看不懂，请写成 >= 3");
        findings.add("a.bpmn", "二");

        assertThat(refused().getMessage()).isEqualTo("部署被拒绝：a.bpmn：一。二。\nb.dmn：第 1 行“急不急”的“≥3”看不懂，请写成 >= 3。");
        assertThat(refused().findings()).extracting(Finding::file).isEqualTo(List.of("a.bpmn", "b.dmn", "a.bpmn"));
    }

    @Test
    void letsADeploymentThroughAgainstWhichNothingStands() {
        assertThatCode(findings::refuseIfAny).doesNotThrowAnyException();
    }

    private ModelRefused refused() {
        return catchThrowableOfType(ModelRefused.class, findings::refuseIfAny);
    }
}
