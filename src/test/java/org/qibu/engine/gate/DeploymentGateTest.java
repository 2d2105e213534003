package org.qibu.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.engine.ModelRefused;
import org.qibu.process.ProcessTest;

/** What is deployed runs: what the gate's own rules do not know the engine's parser is asked before anything is stored. */
class DeploymentGateTest extends ProcessTest {

    private static final String HEAD =
            "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\""
                    + " targetNamespace=\"t\"><process id=\"gate-trial\" name=\"试\" isExecutable=\"true\""
                    + " camunda:historyTimeToLive=\"P1D\"><startEvent id=\"s\"/>"
                    + "<sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"e\"/><endEvent id=\"e\"/>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<startEvent id=\"second\"/>",
                "<boundaryEvent id=\"b\" name=\"超时\" attachedToRef=\"e\"><timerEventDefinition/></boundaryEvent>",
                "<intermediateCatchEvent id=\"c\" name=\"等\"/>",
                "<subProcess id=\"p\" name=\"内\"><startEvent id=\"i\"/><startEvent id=\"j\"/></subProcess>",
                "<endEvent id=\"x\"><errorEventDefinition/></endEvent>",
                "<intermediateThrowEvent id=\"x\"><escalationEventDefinition/></intermediateThrowEvent>",
                "<manualTask id=\"x\"><incoming>f</incoming><extensionElements/></manualTask>",
                "<sequenceFlow id=\"g\" sourceRef=\"s\"/>",
                "<eventBasedGateway id=\"g\" name=\"等谁\"/><sequenceFlow id=\"h\" sourceRef=\"g\" targetRef=\"e\"/>"
            })
    void aModelTheEngineDoesNotReadIsRefusedInChinese(String element) {
        assertThatThrownBy(() -> deploy(HEAD + element + "</process></definitions>"))
                .isInstanceOf(ModelRefused.class)
                .hasMessageStartingWith("部署被拒绝：trial.bpmn：")
                .satisfies(refused -> assertThat(refused.getMessage())
                        .doesNotContain("cvc-", "ENGINE-", "<", "org.", "ttribute ", "ultiple"));
        assertThat(versions()).isZero();
    }

    @Test
    void aCycleWithoutLengthIsRefusedAtOnce() {
        assertThatThrownBy(
                        () -> deploy(
                                HEAD + "<intermediateCatchEvent id=\"c\" name=\"等\"><timerEventDefinition>"
                                        + "<timeCycle>R/PT0S</timeCycle></timerEventDefinition></intermediateCatchEvent></process></definitions>"))
                .hasMessageContaining("定时事件“等”的“R/PT0S”");
    }

    @Test
    void whatStandsAgainstSeveralProcessesIsToldAtOnce() {
        var other = HEAD.replace("gate-trial", "gate-trial-2");
        var task =
                "<userTask id=\"%s\" name=\"%s\"><multiInstanceLoopCharacteristics/></userTask></process></definitions>";

        assertThatThrownBy(() -> engine.getRepositoryService()
                        .createDeployment()
                        .addString("one.bpmn", HEAD + task.formatted("a", "排班"))
                        .addString("other.bpmn", other + task.formatted("b", "查岗"))
                        .deploy())
                .hasMessageContaining("one.bpmn：")
                .hasMessageContaining("“排班”")
                .hasMessageContaining("other.bpmn：")
                .hasMessageContaining("“查岗”");
        assertThat(versions()).isZero();
    }

    private long versions() {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("gate-trial")
                .count();
    }

    private void deploy(String model) {
        engine.getRepositoryService()
                .createDeployment()
                .addString("trial.bpmn", model)
                .deploy();
    }
}
