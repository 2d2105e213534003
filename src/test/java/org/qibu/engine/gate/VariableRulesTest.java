package org.qibu.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.engine.ModelRefused.Finding;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** An expression that asks for a value nobody provides stops a matter when it gets there, so it is refused at the gate. */
class VariableRulesTest {

    private static final ExpressionRules EXPRESSIONS = new ExpressionRules(ModelRulesTest.BEANS);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<intermediateCatchEvent id=\"x\" name=\"等\"><timerEventDefinition><timeDate>${noSuch}</timeDate></timerEventDefinition></intermediateCatchEvent>",
                "<sequenceFlow id=\"x\" name=\"等\" sourceRef=\"s\" targetRef=\"e\"><conditionExpression>${round == 1 and noSuch == 'A'}</conditionExpression></sequenceFlow>",
                "<userTask id=\"x\" name=\"等\" camunda:dueDate=\"${periods.workingDays(noSuch)}\"/>",
                "<userTask id=\"x\" name=\"等\"><documentation>${noSuch}</documentation></userTask>",
                "<serviceTask id=\"x\" name=\"等\"><extensionElements><camunda:inputOutput><camunda:inputParameter name=\"a\"><camunda:list><camunda:value>${noSuch}</camunda:value></camunda:list></camunda:inputParameter></camunda:inputOutput></extensionElements></serviceTask>"
            })
    void refusesAValueNobodyProvides(String element) {
        assertThat(refusals(ModelRulesTest.process(element), Map.of()))
                .singleElement()
                .asString()
                .contains("“等”的“${", "用到的 noSuch 没有人提供：请改用");
    }

    @ParameterizedTest
    @ValueSource(strings = {"noSuch", "${noSuch}", "${round}", "round"})
    void refusesToDoSomethingForEachOfWhatIsNoList(String collection) {
        var element = "<manualTask id=\"x\" name=\"敲门\"><multiInstanceLoopCharacteristics camunda:collection=\""
                + collection + "\"/></manualTask>";

        assertThat(refusals(ModelRulesTest.process(element), Map.of()))
                .singleElement()
                .asString()
                .startsWith("人工任务“敲门”的集合“" + collection + "”没有人提供");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<serviceTask id=\"y\" camunda:expression=\"${round}\" camunda:resultVariable=\"noSuch\"/>",
                "<serviceTask id=\"y\" camunda:expression=\"${routing.set(execution, 'noSuch', 1)}\"/>",
                "<callActivity id=\"y\"><extensionElements><camunda:out source=\"a\" target=\"noSuch\"/></extensionElements></callActivity>",
                "<manualTask id=\"y\"><multiInstanceLoopCharacteristics camunda:elementVariable=\"noSuch\"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></manualTask>",
                "<startEvent id=\"y\" camunda:initiator=\"noSuch\"/>"
            })
    void takesAValueTheModelSetsItself(String setting) {
        assertThat(refusals(ModelRulesTest.process(asking() + setting), Map.of()))
                .isEmpty();
    }

    @Test
    void takesAFieldThatIsKeptForRoutingAndTellsHowToKeepAnother() {
        assertThat(refusals(ModelRulesTest.process(asking()), Map.of("noSuch", true)))
                .isEmpty();
        assertThat(refusals(ModelRulesTest.process(asking()), Map.of("noSuch", false)))
                .singleElement()
                .asString()
                .contains("用到的 noSuch 是表单里的一项，没有作为流转依据", "routing=true");
    }

    @Test
    void refusesAColumnNobodyProvides() throws SAXException {
        var table = TableRulesTest.resource("D00-control.dmn");

        assertThat(tables(table, Set.of("urgency"))).isEmpty();
        assertThat(tables(table, Set.of())).singleElement().asString().startsWith("判定表“值班表”的列“急不急”取的 urgency 没有人提供");
    }

    @ParameterizedTest
    @MethodSource("org.qibu.engine.gate.ModelRulesTest#ours")
    void whatTheProgramsOwnModelsNameIsProvided(Path model) throws IOException, SAXException {
        var facts = ModelFacts.of(SafeXml.read(Files.readAllBytes(model)), EXPRESSIONS);
        var rules = new Findings();
        var variables = new VariableRules(EXPRESSIONS, Set.copyOf(facts.names()), Map.of(), rules);
        variables.checkModel("p.bpmn", SafeXml.read(Files.readAllBytes(model)));

        assertThat(rules.isEmpty()).isTrue();
    }

    @Test
    void refusesToWaitForWhatNobodySends() {
        var model = ModelRulesTest.definitions(
                "<message id=\"m\" name=\"来电\"/><signal id=\"g\" name=\"下雨\"/>"
                        + "<process id=\"p\"><receiveTask id=\"r\" name=\"收\" messageRef=\"m\"/>"
                        + "<intermediateCatchEvent id=\"c\" name=\"等\"><signalEventDefinition signalRef=\"g\"/></intermediateCatchEvent></process>");

        assertThat(events(model, Set.of("notice.objectionRaised"), Set.of()))
                .containsExactly(
                        "接收任务“收”等的消息“来电”没有人会发出，会一直等下去，可用的有 notice.objectionRaised。（编号 r）",
                        "事件“等”等的信号“下雨”没有流程发出，会一直等下去，请改用定时或由人办理。（编号 c）");
        assertThat(events(model, Set.of("来电"), Set.of("下雨"))).isEmpty();
    }

    private static List<String> events(String model, Set<String> messages, Set<String> signals) {
        var findings = new Findings();
        new EventRules(messages, signals, findings).check("p.bpmn", read(model));
        return findings.grouped().stream().map(Finding::sentence).toList();
    }

    private static String asking() {
        return "<sequenceFlow id=\"x\" sourceRef=\"s\" targetRef=\"e\"><conditionExpression>${noSuch == 1}</conditionExpression></sequenceFlow>";
    }

    private static List<String> refusals(String model, Map<String, Boolean> fields) {
        var findings = new Findings();
        var read = read(model);
        var rules = new VariableRules(EXPRESSIONS, Set.of("round"), fields, findings);
        rules.know(ModelFacts.of(read, EXPRESSIONS));
        rules.checkModel("p.bpmn", read);
        return findings.grouped().stream().map(Finding::sentence).toList();
    }

    private static List<String> tables(String table, Set<String> provided) throws SAXException {
        var findings = new Findings();
        new VariableRules(EXPRESSIONS, provided, Map.of(), findings).checkTables("t.dmn", read(table));
        return findings.grouped().stream().map(Finding::sentence).toList();
    }

    private static Document read(String xml) {
        try {
            return SafeXml.read(xml.getBytes(StandardCharsets.UTF_8));
        } catch (SAXException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
