package org.qibu.engine.gate.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qibu.engine.gate.bpmn.ModelRulesTest.definitions;
import static org.qibu.engine.gate.bpmn.ModelRulesTest.process;
import static org.qibu.engine.gate.bpmn.ModelRulesTest.refusals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A process without a matter is dead: whoever starts or calls one gives it the matter its tasks are done for. */
class StartRulesTest {

    private static final String FORM = " camunda:formRef=\"record-issue\" camunda:formRefBinding=\"deployment\"";
    private static final String GROUPS = " camunda:candidateStarterGroups=\"residents-committee\"";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<timerEventDefinition><timeCycle>R3/P1D</timeCycle></timerEventDefinition>",
                "<messageEventDefinition messageRef=\"m\"/>",
                "<signalEventDefinition signalRef=\"g\"/>",
                "<conditionalEventDefinition><condition>${round == 2}</condition></conditionalEventDefinition>"
            })
    void refusesAProcessThatStartsByItself(String event) {
        var model = definitions("<message id=\"m\" name=\"m\"/><signal id=\"g\" name=\"g\"/>"
                + "<process id=\"p\" name=\"值班\" isExecutable=\"true\" camunda:historyTimeToLive=\"P1D\">"
                + "<startEvent id=\"s\" name=\"每天\">" + event + "</startEvent><endEvent id=\"e\"/>"
                + "<sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"e\"/></process>");

        assertThat(refusals(model)).singleElement().asString().contains("“每天”由事件触发时没有事项可办，请改为普通的开始事件");
    }

    @Test
    void takesAnEventInsideAProcess() {
        var inner = "<subProcess id=\"u\" name=\"超时\" triggeredByEvent=\"true\"><startEvent id=\"i\">"
                + "<timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition></startEvent>"
                + "<endEvent id=\"j\"/><sequenceFlow id=\"k\" sourceRef=\"i\" targetRef=\"j\"/></subProcess>";

        assertThat(refusals(process(inner))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true|false|开始事件“值班”的表单“duty”登记不了事项，请用 record-issue",
                "true|true|有登记表单，却没有写由哪些组发起",
                "false|false|开始事件却没有登记表单，请在开始事件的“Forms”里选 Camunda Forms 并写 record-issue"
            })
    void refusesAStartNobodyCanFill(boolean hasForm, boolean isOfMatter, String words) {
        var form = hasForm ? isOfMatter ? FORM : FORM.replace("record-issue", "duty") : "";

        assertThat(String.join("", refusals(started(form, isOfMatter ? "" : GROUPS))))
                .contains(words);
    }

    @Test
    void takesAProcessThatBeginsAsAMatterOrIsCalled() {
        assertThat(refusals(started(FORM, GROUPS))).isEmpty();
        assertThat(refusals(started("", ""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',没有把事项编号传过去", "${matterNo},传过去的事项编号“${matterNo}”不对", "#{execution.processBusinessKey},"})
    void refusesACallWithoutTheNumberOfTheMatter(String key, String words) {
        var in = key.isEmpty()
                ? "<camunda:in source=\"round\" target=\"round\"/>"
                : "<camunda:in businessKey=\"" + key + "\"/>";
        var call = "<callActivity id=\"c\" name=\"叫\" calledElement=\"duty\"><extensionElements>" + in
                + "</extensionElements></callActivity>";

        var said = String.join("", refusals(process(call)));
        assertThat(said).contains(words == null ? "" : "调用“叫”" + words);
        assertThat(said.isEmpty()).isEqualTo(words == null);
    }

    private static String started(String form, String groups) {
        return process("")
                .replace("<startEvent id=\"s\"", "<startEvent id=\"s\" name=\"值班\"" + form)
                .replace("<process ", "<process" + groups + " ");
    }
}
