package org.qibu.engine.gate.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qibu.engine.gate.bpmn.ModelRulesTest.definitions;
import static org.qibu.engine.gate.bpmn.ModelRulesTest.process;
import static org.qibu.engine.gate.bpmn.ModelRulesTest.refusals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.engine.gate.dmn.TableRulesTest;

/** What is taken comes to an end or waits: a model must not keep the engine busy for good, nor stand where nobody moves it. */
class LoopRulesTest {

    private static final String ROUND =
            "<sequenceFlow id=\"f1\" sourceRef=\"a\" targetRef=\"b\"/><sequenceFlow id=\"f2\" sourceRef=\"b\" targetRef=\"a\"/>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<manualTask id=\"a\"/><manualTask id=\"b\"/>" + ROUND,
                "<manualTask id=\"a\" camunda:asyncBefore=\"true\"/><task id=\"b\"/>" + ROUND,
                "<subProcess id=\"a\"><startEvent id=\"i\"/><endEvent id=\"j\"/><sequenceFlow id=\"k\" sourceRef=\"i\" targetRef=\"j\"/></subProcess>"
                        + "<manualTask id=\"b\"/>" + ROUND,
                "<manualTask id=\"a\"/><sequenceFlow id=\"f1\" sourceRef=\"a\" targetRef=\"a\"/>",
                "<manualTask id=\"a\"/><intermediateThrowEvent id=\"b\"><linkEventDefinition name=\"回\"/></intermediateThrowEvent>"
                        + "<intermediateCatchEvent id=\"c\"><linkEventDefinition name=\"回\"/></intermediateCatchEvent>"
                        + "<sequenceFlow id=\"f1\" sourceRef=\"a\" targetRef=\"b\"/><sequenceFlow id=\"f2\" sourceRef=\"c\" targetRef=\"a\"/>"
            })
    void refusesARoundNobodyWaitsIn(String elements) {
        assertThat(String.join("", refusals(process(elements)))).contains("会转个不停");
    }

    @Test
    void takesARoundInWhichSomethingIsWaitedFor() {
        var waiting =
                "<manualTask id=\"a\"/><intermediateCatchEvent id=\"b\"><timerEventDefinition><timeDuration>P1D</timeDuration>"
                        + "</timerEventDefinition></intermediateCatchEvent>";

        assertThat(refusals(process(waiting + ROUND))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10,10,false", "11,10,true", "100,100,true", "2,${50*50},true", "${50*50},2,true", "1,${50*50},false"})
    void countsRepetitionsWithinRepetitions(String outer, String inner, boolean isRefused) {
        var times =
                "<multiInstanceLoopCharacteristics><loopCardinality>%s</loopCardinality></multiInstanceLoopCharacteristics>";
        var model = "<subProcess id=\"o\" name=\"外\">" + times.formatted(outer)
                + "<startEvent id=\"i\"/><manualTask id=\"m\" name=\"内\">" + times.formatted(inner)
                + "</manualTask><sequenceFlow id=\"k\" sourceRef=\"i\" targetRef=\"m\"/></subProcess>";

        assertThat(refusals(process(model)).isEmpty()).isEqualTo(!isRefused);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<callActivity id=\"k\" name=\"叫\" calledElement=\"agenda-setting\" camunda:calledElementBinding=\"deployment\"/>|不在这个文件里",
                "<callActivity id=\"k\" name=\"叫\" calledElement=\"agenda-setting\" camunda:calledElementBinding=\"versionTag\"/>|绑定方式请用 latest",
                "<intermediateThrowEvent id=\"m\"><messageEventDefinition/></intermediateThrowEvent>|没有写由哪个组件发出消息",
                "<receiveTask id=\"m\" name=\"收\"/>|没有写等哪个消息"
            })
    void refusesWhatWouldNeverGoOn(String element, String words) {
        assertThat(String.join("", refusals(process(element)))).contains(words);
    }

    @Test
    void refusesAProcessThatCallsItself() {
        var itself = process("<callActivity id=\"k\" name=\"叫\" calledElement=\"duty\"/>")
                .replace("id=\"p\"", "id=\"duty\"");

        assertThat(String.join("", refusals(itself))).contains("又调用自己");
    }

    @Test
    void refusesAProcessThatIsCalledByOneItCalls() {
        var call = "<callActivity id=\"k\" name=\"叫\" calledElement=\"agenda-setting\"/>";

        assertThat(String.join("", refusals(process(call)))).contains("经过“round-about”绕了一圈又调用自己");
    }

    @Test
    void refusesAnElementOfNoNamespaceInAModelAndInATable() {
        assertThat(String.join(
                        "",
                        refusals(process(
                                "<userTask id=\"t\"><extensionElements><taskListener xmlns=\"\" class=\"java.lang.Runtime\"/>"
                                        + "</extensionElements></userTask>"))))
                .contains("里不允许 taskListener");
        var table = TableRulesTest.resource("D00-control.dmn");
        assertThat(TableRulesTest.refusals(table.replace("<decisionTable", "<x xmlns=\"\"/><decisionTable")))
                .isNotEmpty();
        assertThat(TableRulesTest.refusals(table.replace("xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"", "")))
                .singleElement()
                .asString()
                .contains("另存为 DMN 1.3");
    }

    @Test
    void refusesAProcessNobodySaidIsExecutable() {
        assertThat(String.join(
                        "",
                        refusals(definitions(
                                "<process id=\"p\" name=\"值班\" camunda:historyTimeToLive=\"P1D\"><startEvent id=\"s\"/><endEvent id=\"e\"/>"
                                        + "<sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"e\"/></process>"))))
                .contains("流程“值班”没有勾选“可执行”");
    }
}
