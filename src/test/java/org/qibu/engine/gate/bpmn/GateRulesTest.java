package org.qibu.engine.gate.bpmn;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.exception.NotValidException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.engine.feel.SafeFeel;
import org.qibu.engine.gate.dmn.TableRules;
import org.qibu.engine.gate.expression.ExpressionRules;
import org.qibu.engine.gate.finding.Findings;
import org.qibu.engine.gate.finding.SafeXml;
import org.qibu.matter.course.Periods;
import org.xml.sax.SAXException;

class GateRulesTest {

    private static final String HEAD = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
              xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
            """;
    private static final String TASK = """
            <userTask id="task_look" name="看看" camunda:formRef="look" camunda:formRefBinding="deployment"
              camunda:candidateGroups="residents-committee"/>""";

    @Test
    void takesAModelThatKeepsTheRules() {
        assertThatCode(() -> checkModel(process(TASK))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<serviceTask id=\"service_x\" camunda:class=\"java.lang.Runtime\"/>",
                "<scriptTask id=\"task_x\" scriptFormat=\"groovy\"><script>1</script></scriptTask>",
                "<serviceTask id=\"service_x\"><extensionElements><camunda:connector/></extensionElements></serviceTask>",
                "<serviceTask id=\"service_x\" camunda:delegateExpression=\"${dataSource}\"/>",
                "<serviceTask id=\"service_x\" camunda:expression=\"${''.getClass()}\"/>",
                "<serviceTask id=\"service_x\" camunda:type=\"external\" camunda:topic=\"x\"/>",
                "<userTask id=\"task_x\" camunda:formRef=\"nowhere\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"residents-committee\"/>",
                "<userTask id=\"task_x\" camunda:formRef=\"look\" camunda:formRefBinding=\"latest\" camunda:candidateGroups=\"residents-committee\"/>",
                "<userTask id=\"task_x\" camunda:formRef=\"look\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"strangers\"/>",
                "<userTask id=\"task_x\" camunda:formRef=\"look\" camunda:formRefBinding=\"deployment\"/>",
                "<userTask id=\"task_x\" camunda:formKey=\"embedded:app:x.html\" camunda:candidateGroups=\"residents-committee\"/>",
                "<callActivity id=\"call_x\" calledElement=\"y\"><extensionElements><camunda:in variables=\"all\"/></extensionElements></callActivity>"
            })
    void refusesAModelThatCouldDoMore(String element) {
        assertThatThrownBy(() -> checkModel(process(element)))
                .isInstanceOf(NotValidException.class)
                .hasMessageContaining("部署被拒绝");
    }

    @Test
    void refusesAProcessWithoutTimeToLive() {
        assertThatThrownBy(() -> checkModel(HEAD + "<process id=\"p\" isExecutable=\"true\"/></definitions>"))
                .hasMessageContaining("historyTimeToLive");
    }

    @Test
    void refusesADoctype() {
        var hostile = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>";
        assertThatThrownBy(() -> SafeXml.read(hostile.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SAXException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"groovy", "javascript", "juel"})
    void refusesATableThatIsNotFeel(String language) {
        assertThatThrownBy(() -> {
                    var findings = new Findings();
                    var table =
                            "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"><decision id=\"d\" xmlns:c=\"http://camunda.org/schema/1.0/dmn\""
                                    + " c:historyTimeToLive=\"P1D\"><inputExpression expressionLanguage=\"" + language
                                    + "\"/></decision></definitions>";
                    new TableRules(new SafeFeel(), findings)
                            .check("t.dmn", SafeXml.read(table.getBytes(StandardCharsets.UTF_8)));
                    findings.refuseIfAny();
                })
                .hasMessageContaining("FEEL");
    }

    private static String process(String element) {
        return HEAD + "<process id=\"p\" isExecutable=\"true\" camunda:historyTimeToLive=\"P1D\"><startEvent id=\"s\"/>"
                + "<sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"e\"/><endEvent id=\"e\"/>" + element
                + "</process></definitions>";
    }

    private static void checkModel(String model) throws SAXException {
        var findings = new Findings();
        new ModelRules(
                        new ExpressionRules(Map.of("periods", Periods.class)),
                        new ModelRules.Known(
                                Set.of("residents-committee"),
                                Set.of("look"),
                                Set.of(),
                                Set.of("y"),
                                Set.of(),
                                Set.of(),
                                Map.of(),
                                account -> false,
                                false),
                        findings)
                .check("p.bpmn", SafeXml.read(model.getBytes(StandardCharsets.UTF_8)));
        findings.refuseIfAny();
    }
}
