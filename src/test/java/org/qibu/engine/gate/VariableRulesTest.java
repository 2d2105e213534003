package org.qibu.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.SimpleContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.engine.ModelRefused.Finding;
import org.qibu.engine.form.RoutingValue;
import org.qibu.engine.gate.bpmn.EventRules;
import org.qibu.engine.gate.bpmn.ModelFacts;
import org.qibu.engine.gate.bpmn.ModelRulesTest;
import org.qibu.engine.gate.dmn.TableRulesTest;
import org.qibu.engine.gate.expression.ExpressionRules;
import org.qibu.engine.gate.finding.Findings;
import org.qibu.engine.gate.finding.SafeXml;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** An expression that asks for a value nobody provides stops a matter when it gets there, so it is refused at the gate. */
class VariableRulesTest {

    private static final ExpressionRules EXPRESSIONS = new ExpressionRules(ModelRulesTest.BEANS);
    private static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
              <decision id="duty" name="值班">
                <decisionTable id="t"><output id="o" name="who" typeRef="string"/>
                  <rule id="r1"><outputEntry id="o1"><text>"GRID"</text></outputEntry></rule>
                  <rule id="r2"><outputEntry id="o2"><text>"UNIT"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>""";
    private static final String ASKING =
            "<businessRuleTask id=\"y\" camunda:decisionRef=\"duty\" camunda:mapDecisionResult=\"singleEntry\""
                    + " camunda:resultVariable=\"who\"/>";
    private static final RoutingValue NUMBER = new RoutingValue(true, Number.class, Set.of());
    private static final RoutingValue BOX = new RoutingValue(true, Boolean.class, Set.of());
    private static final RoutingValue CHOICE =
            new RoutingValue(true, String.class, new LinkedHashSet<>(List.of("YES", "NO")));
    private static final RoutingValue GRADE =
            new RoutingValue(true, String.class, new LinkedHashSet<>(List.of("1", "2")));
    private static final Map<String, RoutingValue> FIELDS =
            Map.of("need", CHOICE, "count", NUMBER, "agree", BOX, "grade", GRADE);
    /** As the form with which a matter is raised gives them. */
    private static final Set<String> FIRST = Set.of(
            "matterNo",
            "communityCode",
            "round",
            "adjourned",
            "cycle",
            "reopened",
            "rectified",
            "raises",
            "statutory",
            "technical",
            "implementationEntry",
            "level",
            "urgency",
            "matterType",
            "affectedScope",
            "decisionBody",
            "ruleId",
            "returnTo",
            "track");

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
                "<callActivity id=\"y\"><extensionElements><camunda:out source=\"noSuch\" target=\"noSuch\"/></extensionElements></callActivity>",
                "<manualTask id=\"y\"><multiInstanceLoopCharacteristics camunda:elementVariable=\"noSuch\"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></manualTask>",
                "<startEvent id=\"y\" camunda:initiator=\"noSuch\"/>"
            })
    void takesAValueTheModelSetsItself(String setting) {
        assertThat(refusals(ModelRulesTest.process(asking() + setting), Map.of()))
                .isEmpty();
    }

    @Test
    void takesAFieldThatIsKeptForRoutingAndTellsHowToKeepAnother() {
        assertThat(refusals(ModelRulesTest.process(asking()), Map.of("noSuch", NUMBER)))
                .isEmpty();
        assertThat(refusals(ModelRulesTest.process(asking()), Map.of("noSuch", NUMBER.unkept())))
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
    @MethodSource("org.qibu.engine.gate.bpmn.ModelRulesTest#ours")
    void whatTheProgramsOwnModelsNameIsProvided(Path model) throws IOException, SAXException {
        var read = SafeXml.read(Files.readAllBytes(model));
        var facts = ModelFacts.of(read, EXPRESSIONS);
        var findings = new Findings();
        var variables = new VariableRules(EXPRESSIONS, elsewhere(Set.copyOf(facts.names())), fieldsOf(facts), findings);
        variables.know(facts, read);
        variables.checkModel("p.bpmn", read);

        assertThat(findings.grouped()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "${need}|要算出是或否，请写成 ${need == 'YES'}",
                "${(need)}|要算出是或否，请写成 ${need == 'YES'}",
                "${count}|要算出是或否，请写成 ${count > 0}",
                "${loopCounter}|要算出是或否，请写成 ${loopCounter > 0}",
                "${!need}|里 need 是文字（YES、NO），要算出是或否，请写成 ${need == 'YES'}",
                "${agree && need}|里 need 是文字（YES、NO），要算出是或否",
                "${agree or count}|里 count 是数字，要算出是或否，请写成 ${count > 0}",
                "${need > 3}|里 need 是文字（YES、NO），不能和 3 比，请写成 ${need == 'YES'}",
                "${-1 == need}|里 need 是文字（YES、NO），不能和 -1 比",
                "${need == true}|里 need 是文字（YES、NO），不能和 true 比",
                "${need + 1 > 3}|里 need 是文字（YES、NO），不能计算",
                "${count == '三'}|里 count 是数字，不能和 '三' 比，请写成 ${count > 0}",
                "${agree and 'many' != count}|里 count 是数字，不能和 'many' 比",
                "${count == true}|里 count 是数字，不能和 true 比",
                "${agree == 'YES'}|里 agree 是勾选框，不能和 'YES' 比，请写成 ${agree}",
                "${agree == 1}|里 agree 是勾选框，不能和 1 比",
                "${need == 'YEP'}|里的“YEP”不是 need 的选项，可选的有 YES、NO",
                "${need != 'yes' and agree}|里的“yes”不是 need 的选项，可选的有 YES、NO",
                "${grade == '3'}|里的“3”不是 grade 的选项，可选的有 1、2"
            })
    void refusesAConditionThatTakesAFieldForWhatItIsNot(String condition, String words) {
        assertThat(refusals(ModelRulesTest.process(flow(condition)), FIELDS))
                .singleElement()
                .asString()
                .startsWith("连线")
                .contains("的条件“" + condition + "”" + words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${agree}",
                "${!agree}",
                "${agree == true}",
                "${agree == 'true'}",
                "${agree != null}",
                "${need == 'YES'}",
                "${need != ''}",
                "${empty need}",
                "${need == null || need == 'NO'}",
                "${need < 'Z'}",
                "${count > 3}",
                "${count == '3'}",
                "${count == 3.5 or count + 1 >= 2}",
                "${-count < 0}",
                "${grade > 1}",
                "${grade == 2}",
                "${loopCounter == 0}",
                "${matterNo != ''}",
                "${round}"
            })
    void takesAConditionThatCanHold(String condition) {
        assertThat(refusals(ModelRulesTest.process(flow(condition)), FIELDS)).isEmpty();
        if (!"${round}".equals(condition)) {
            assertThat(evaluated(condition)).isInstanceOf(Boolean.class);
        }
    }

    /** As the engine evaluates it in a matter. */
    private static Object evaluated(String condition) {
        var factory = new ExpressionFactoryImpl();
        var context = new SimpleContext();
        Map.of("need", "NO", "count", 3L, "agree", false, "grade", "2", "loopCounter", 0, "matterNo", "M-1")
                .forEach((name, value) ->
                        context.setVariable(name, factory.createValueExpression(value, value.getClass())));
        return factory.createValueExpression(context, condition, Object.class).getValue(context);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${need > 3}",
                "${-1 == need}",
                "${need + 1 > 3}",
                "${count == '三'}",
                "${count == true}",
                "${agree or count}",
                "${agree == 1}"
            })
    void whatIsComparedWithWhatItIsNotStopsAMatter(String condition) {
        assertThatThrownBy(() -> evaluated(condition)).isInstanceOf(ELException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "camunda:dueDate=\"${count}\"|的到期时间“${count}”算不出时间，count 是数字",
                "camunda:priority=\"${need}\"|的优先级“${need}”要是整数，need 是文字（YES、NO）",
                "camunda:candidateGroups=\"${agree}\"|的候选组“${agree}”算不出组，agree 是勾选框",
                "camunda:dueDate=\"${periods.workingDays(need)}\"|里 need 是文字（YES、NO），这里要数字"
            })
    void refusesATaskThatTakesAFieldForWhatItIsNot(String attribute, String words) {
        assertThat(refusals(ModelRulesTest.process("<userTask id=\"x\" name=\"办\" " + attribute + "/>"), FIELDS))
                .singleElement()
                .asString()
                .contains(words);
    }

    @Test
    void aValueThatAModelSetsTooMayBeAnything() {
        var setting = "<serviceTask id=\"y\" camunda:expression=\"${agree}\" camunda:resultVariable=\"need\"/>";

        assertThat(refusals(ModelRulesTest.process(flow("${need}") + setting), FIELDS))
                .isEmpty();
        assertThat(refusals(ModelRulesTest.process(flow("${need}")), Map.of("need", CHOICE.or(BOX))))
                .isEmpty();
        assertThat(refusals(
                        ModelRulesTest.process(flow("${need == 'YEP'}")),
                        Map.of("need", CHOICE.or(new RoutingValue(true, String.class, Set.of())))))
                .isEmpty();
    }

    @Test
    void aProcessThatIsRaisedByAFormHasOnlyWhatItGathersItself() {
        assertThat(refusals(raised("${affectedHouseholds > 3}"), Map.of()))
                .singleElement()
                .asString()
                .contains("用到的 affectedHouseholds 在这个由人登记的流程里没有人提供，只有别的流程才有");
        assertThat(refusals(raised("${affectedHouseholds > 3}"), Map.of("affectedHouseholds", NUMBER)))
                .isEmpty();
        assertThat(refusals(raised("${affectedHouseholds > 3}"), Map.of("affectedHouseholds", NUMBER.unkept())))
                .singleElement()
                .asString()
                .contains("登记表单里的项不能作流转依据");
        assertThat(refusals(raised("${cycle == 1 and matterNo != '' and execution != null}"), Map.of()))
                .isEmpty();
        assertThat(refusals(
                        raised("${affectedHouseholds > 3}")
                                .replace(
                                        "</process>",
                                        "<userTask id=\"u\" camunda:formRef=\"verify-issue\"/></process>"),
                        Map.of()))
                .as("the form of a task may bring it")
                .isEmpty();
        assertThat(refusals(raised("${affectedHouseholds > 3}").replace("id=\"p\"", "id=\"called\""), Map.of()))
                .as("whoever calls it may hand it over")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "${who}|的条件“${who}”要算出是或否，请写成 ${who == 'GRID'}",
                "${who == 'CLERK'}|里的“CLERK”不是 who 的选项，可选的有 GRID、UNIT",
                "${who > 3}|里 who 是文字（GRID、UNIT），不能和 3 比"
            })
    void refusesAConditionThatTakesTheAnswerOfATableForWhatItIsNot(String condition, String words) {
        var setting = "<serviceTask id=\"z\" camunda:expression=\"${1 == 1}\" camunda:resultVariable=\"who\"/>";

        assertThat(refusals(ModelRulesTest.process(flow(condition) + ASKING), Map.of()))
                .singleElement()
                .asString()
                .contains(words);
        assertThat(refusals(ModelRulesTest.process(flow("${who == 'GRID'}") + ASKING), Map.of()))
                .isEmpty();
        assertThat(refusals(ModelRulesTest.process(flow(condition) + ASKING + setting), Map.of()))
                .as("something else sets it too")
                .isEmpty();
    }

    private static String raised(String condition) {
        return ModelRulesTest.process(flow(condition))
                .replace("<startEvent id=\"s\"/>", "<startEvent id=\"s\" camunda:formRef=\"record-issue\"/>");
    }

    private static String flow(String condition) {
        var escaped = condition.replace("&", "&amp;").replace("<", "&lt;");
        return "<sequenceFlow id=\"x\" sourceRef=\"s\" targetRef=\"e\"><conditionExpression>" + escaped
                + "</conditionExpression></sequenceFlow>";
    }

    private static VariableRules.Elsewhere elsewhere(Set<String> names) {
        return new VariableRules.Elsewhere(
                names,
                Set.of(),
                FIRST,
                Set.of("called"),
                model -> model.uses().contains("verify-issue") ? Set.of("affectedHouseholds") : Set.of());
    }

    /** What the forms of its tasks hand to a model, as they lie beside it. */
    private static Map<String, RoutingValue> fieldsOf(ModelFacts facts) throws IOException {
        var fields = new HashMap<String, RoutingValue>();
        try (var files = Files.walk(Path.of("forms"))) {
            for (var file : files.filter(each ->
                            facts.uses().contains(each.getFileName().toString().replace(".form", "")))
                    .toList()) {
                collect(new ObjectMapper().readTree(file.toFile()), fields);
            }
        }
        return fields;
    }

    private static void collect(JsonNode component, Map<String, RoutingValue> fields) {
        for (var child : component.path("components")) {
            collect(child, fields);
            if (child.path("properties").path("routing").asBoolean()) {
                var type = switch (child.path("type").asText()) {
                    case "checkbox" -> Boolean.class;
                    case "number" -> Number.class;
                    default -> String.class;
                };
                var choices = new LinkedHashSet<String>();
                child.path("values")
                        .forEach(each -> choices.add(each.path("value").asText()));
                fields.merge(child.path("key").asText(), new RoutingValue(true, type, choices), RoutingValue::or);
            }
        }
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
        new EventRules(messages, signals, Set.of("called"), findings).check("p.bpmn", read(model));
        return findings.grouped().stream().map(Finding::sentence).toList();
    }

    private static String asking() {
        return "<sequenceFlow id=\"x\" sourceRef=\"s\" targetRef=\"e\"><conditionExpression>${noSuch == 1}</conditionExpression></sequenceFlow>";
    }

    private static List<String> refusals(String model, Map<String, RoutingValue> fields) {
        var findings = new Findings();
        var read = read(model);
        var rules = new VariableRules(
                EXPRESSIONS, elsewhere(Set.of("round", "matterNo", "affectedHouseholds")), fields, findings);
        rules.know(ModelFacts.of(read, EXPRESSIONS), read);
        rules.knowTables(read(TABLE));
        rules.checkModel("p.bpmn", read);
        return findings.grouped().stream().map(Finding::sentence).toList();
    }

    private static List<String> tables(String table, Set<String> provided) throws SAXException {
        var findings = new Findings();
        new VariableRules(EXPRESSIONS, elsewhere(provided), Map.of(), findings).checkTables("t.dmn", read(table));
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
