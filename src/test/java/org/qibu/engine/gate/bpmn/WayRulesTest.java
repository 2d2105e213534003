package org.qibu.engine.gate.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.engine.ModelRefused.Finding;
import org.qibu.engine.form.RoutingValue;
import org.qibu.engine.gate.expression.ExpressionRules;
import org.qibu.engine.gate.finding.Findings;
import org.qibu.engine.gate.finding.SafeXml;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** A matter finds a way on: past each parting of ways, through each join, past each error, and into everything drawn. */
class WayRulesTest {

    private static final Map<String, RoutingValue> VALUES = Map.of(
            "need", new RoutingValue(true, String.class, new LinkedHashSet<>(List.of("YES", "NO", "MAYBE"))),
            "grade", new RoutingValue(true, String.class, new LinkedHashSet<>(List.of("A", "B")), true),
            "count", new RoutingValue(true, Number.class, Set.of()),
            "agree", new RoutingValue(true, Boolean.class, Set.of()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exclusiveGateway|${need == 'YES'}|${need == 'NO'}|need 为“MAYBE”",
                "inclusiveGateway|${need == 'YES'}|${need == 'NO'}|need 为“MAYBE”",
                "userTask|${need == 'YES'}|${need == 'NO'}|need 为“MAYBE”",
                "exclusiveGateway|${grade == 'A'}|${grade == 'B'}|grade 没有填",
                "exclusiveGateway|${count > 5}|${count < 5}|count 为“5”",
                "exclusiveGateway|${agree}|${agree == true}|agree 为“否”",
                "exclusiveGateway|${agree && need == 'YES'}|${!agree}|agree 为“是”、need 为“NO”"
            })
    void refusesToPartWaysWithoutOneForEachValue(String kind, String one, String other, String when)
            throws SAXException {
        assertThat(parting(kind, "", one, other)).singleElement().asString().contains("“分”", "在 " + when + " 时没有一条路可走");
        assertThat(parting(kind, "default=\"b\"", one, other)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${need == 'YES'}|${need != 'YES'}",
                "${count > 5}|${count <= 5}",
                "${agree}|${!agree}",
                "${grade == 'A'}|${grade != 'A'}",
                "${round == 1}|${round == 2}",
                "${routing.count(execution, 'x') == 1}|${need == 'NO'}"
            })
    void takesAPartingWithAWayForEachValueOrOfValuesNobodyKnows(String one, String other) throws SAXException {
        assertThat(parting("exclusiveGateway", "", one, other)).isEmpty();
    }

    private static List<String> parting(String kind, String attributes, String one, String other) throws SAXException {
        var findings = new Findings();
        new WayRules("p.bpmn", VALUES, findings)
                .check(SafeXml.elements(read(ModelRulesTest.process("<" + kind + " id=\"x\" name=\"分\" " + attributes
                        + "/>" + flow("a", "x", "e", one) + flow("b", "x", "e", other)))));
        return sentences(findings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s>x x:exclusiveGateway x>a x>b a:userTask b:userTask a>j b>j",
                "s>q q:parallelGateway q>a q>b a:userTask b:userTask a>x x:exclusiveGateway x>j x>e b>j",
                "s>x x:inclusiveGateway x>a x>b a:userTask b:userTask a>j b>j"
            })
    void refusesAJoinThatSomeCourseNeverReachesByAllItsWays(String drawing) throws SAXException {
        assertThat(joining(drawing + " j:parallelGateway j>e"))
                .singleElement()
                .asString()
                .startsWith("并行网关 j 要等 2 条路都走到");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s>q q:parallelGateway q>a q>b a:userTask b:userTask a>j b>j",
                "s>a s>b a:userTask b:userTask a>j b>j",
                "s>q q:parallelGateway q>a q>b a:userTask a>x x:exclusiveGateway x>c x>d c:userTask d:userTask c>m d>m m:exclusiveGateway m>j b:userTask b>j",
                "s>l l:exclusiveGateway l>q q:parallelGateway q>a q>b a:userTask b:userTask a>j b>j j>y y:exclusiveGateway y>l y>e",
                "s>q q:parallelGateway q>i q>b i:inclusiveGateway i>c i>d c:userTask d:userTask c>k d>k k:inclusiveGateway k>j b:userTask b>j"
            })
    void takesAJoinThatIsAlwaysReached(String drawing) throws SAXException {
        assertThat(joining(drawing + " j:parallelGateway" + (drawing.contains("j>") ? "" : " j>e")))
                .isEmpty();
    }

    private static List<String> joining(String drawing) throws SAXException {
        var inner = new StringBuilder();
        var number = 0;
        for (var part : drawing.split(" ")) {
            var ends = part.split("[>:]");
            inner.append(
                    part.contains(":")
                            ? "<" + ends[1] + " id=\"" + ends[0] + "\"/>"
                            : flow("flow" + number++, ends[0], ends[1], ""));
        }
        var findings = new Findings();
        new JoinRules("p.bpmn", SafeXml.elements(read(ModelRulesTest.process(inner.toString()))), findings).check();
        return sentences(findings);
    }

    @Test
    void refusesWhatNothingCatchesAndAConditionNobodyChanges() throws SAXException {
        var error = "<endEvent id=\"x\" name=\"错\"><errorEventDefinition errorRef=\"r\"/></endEvent>";
        var caught =
                "<subProcess id=\"h\" triggeredByEvent=\"true\"><startEvent id=\"hs\"><errorEventDefinition errorRef=\"r\"/></startEvent></subProcess>";
        var cancel =
                "<transaction id=\"t\"><endEvent id=\"x\" name=\"撤\"><cancelEventDefinition/></endEvent></transaction>";
        var waiting =
                "<intermediateCatchEvent id=\"x\" name=\"等\"><conditionalEventDefinition><condition>${need == 'YES'}</condition></conditionalEventDefinition></intermediateCatchEvent>";

        assertThat(events(error)).singleElement().asString().contains("“错”抛出的错误没有事件接住");
        assertThat(events(error + caught)).isEmpty();
        assertThat(events(cancel)).singleElement().asString().contains("“撤”取消了事务，事务边上却没有取消事件接住");
        assertThat(events(cancel
                        + "<boundaryEvent id=\"c\" attachedToRef=\"t\"><cancelEventDefinition/></boundaryEvent>"))
                .isEmpty();
        assertThat(events(waiting)).singleElement().asString().contains("“等”等的条件在等的时候没有人会改变");
        assertThat(events(waiting + "<parallelGateway id=\"f\"/>")).isEmpty();
    }

    private static List<String> events(String inner) throws SAXException {
        var findings = new Findings();
        new EventRules(Set.of(), Set.of(), Set.of(), findings).check("p.bpmn", read(ModelRulesTest.process(inner)));
        return sentences(findings);
    }

    @Test
    void refusesWhatNoMatterGetsToAndACallWithoutWhatItNeeds() throws SAXException {
        var call = "<callActivity id=\"c\" name=\"表决\" calledElement=\"decision\"><extensionElements>"
                + "<camunda:in source=\"level\" target=\"level\"/></extensionElements></callActivity>";

        assertThat(reaching("<userTask id=\"x\" name=\"办\"/>" + flow("a", "s", "e", "")))
                .containsExactly("任务“办”没有连线走得到，永远不会办，请连上或删去。（编号 x）");
        assertThat(reaching("<userTask id=\"x\" name=\"办\"/>" + flow("a", "s", "e", "") + flow("b", "e", "x", "")))
                .singleElement()
                .asString()
                .contains("后面还有连线");
        assertThat(reaching(call + flow("a", "s", "c", "")))
                .singleElement()
                .asString()
                .contains("“表决”没有把“decision”要用的 statutory 传过去");
        assertThat(reaching(call.replace("source=\"level\" target=\"level\"", "source=\"x\" target=\"statutory\"")
                        + flow("a", "s", "c", "")))
                .isEmpty();
    }

    private static List<String> reaching(String inner) throws SAXException {
        var findings = new Findings();
        new ReachRules(Map.of("decision", Set.of("statutory")), findings)
                .check("p.bpmn", read(ModelRulesTest.process(inner)));
        return sentences(findings);
    }

    @Test
    void refusesAResultNobodyTakesAndOneThatIsGivenOrTakenNoMore() throws SAXException {
        var set = "<userTask id=\"x\" name=\"办\"><extensionElements><camunda:executionListener event=\"end\""
                + " expression=\"${routing.set(execution, 'done', 'PASST')}\"/></extensionElements></userTask>";
        var gateway = "<exclusiveGateway id=\"g\"/>" + flow("a", "g", "e", "${way == 'A'}")
                + flow("b", "g", "e", "${way == 'B'}");

        assertThat(results(set)).containsExactly("任务“办”的结果 done “PASST”没有流程接得住，事项会停在后面的网关上，可用的有 PASSED。（编号 x）");
        assertThat(results(set.replace("PASST", "PASSED"))).isEmpty();
        assertThat(results("")).singleElement().asString().contains("不再给出 done");
        assertThat(results(set.replace("PASST", "PASSED") + gateway))
                .singleElement()
                .asString()
                .contains("里 way 为 C 时没有路可走");
    }

    private static List<String> results(String inner) throws SAXException {
        var contract = new ResultRules.Contract() {
            @Override
            public Set<String> taken(String process, String variable) {
                return "done".equals(variable) ? Set.of("PASSED") : Set.of();
            }

            @Override
            public Set<String> promised(String process) {
                return Set.of("done");
            }

            @Override
            public Map<String, Set<String>> takenByOwn(String process) {
                return Map.of("way", Set.of("A", "B", "C"));
            }
        };
        var findings = new Findings();
        var model = read(ModelRulesTest.process(inner));
        new ResultRules(contract, findings)
                .check("p.bpmn", model, ModelFacts.of(model, new ExpressionRules(ModelRulesTest.BEANS)));
        return sentences(findings);
    }

    @ParameterizedTest
    @MethodSource("org.qibu.engine.gate.bpmn.ModelRulesTest#ours")
    void takesTheModelsOfTheProduct(java.nio.file.Path model) throws Exception {
        var findings = new Findings();
        var read = SafeXml.read(java.nio.file.Files.readAllBytes(model));
        new JoinRules("p.bpmn", SafeXml.elements(read), findings).check();
        new ReachRules(Map.of(), findings).check("p.bpmn", read);

        assertThat(sentences(findings)).isEmpty();
    }

    @Test
    void takesTheResultsOfTheProduct() throws Exception {
        var rules = new ExpressionRules(ModelRulesTest.BEANS);
        var all = new java.util.ArrayList<ModelFacts>();
        for (var model : ModelRulesTest.ours().toList()) {
            all.add(ModelFacts.of(SafeXml.read(java.nio.file.Files.readAllBytes(model)), rules));
        }
        var contract = new ResultRules.Contract() {
            @Override
            public Set<String> taken(String process, String variable) {
                var taken = new java.util.TreeSet<String>();
                all.forEach(facts -> facts.taken().forEach((id, values) -> {
                    var calls = facts.calls().getOrDefault(id, Set.of());
                    if (id.equals(process) || calls.contains(process)) {
                        taken.addAll(values.getOrDefault(variable, Set.of()));
                    }
                }));
                return taken;
            }

            @Override
            public Set<String> promised(String process) {
                return Set.of();
            }

            @Override
            public Map<String, Set<String>> takenByOwn(String process) {
                return Map.of();
            }
        };
        var findings = new Findings();
        for (var model : ModelRulesTest.ours().toList()) {
            var read = SafeXml.read(java.nio.file.Files.readAllBytes(model));
            new ResultRules(contract, findings).check("p.bpmn", read, ModelFacts.of(read, rules));
        }
        assertThat(sentences(findings)).isEmpty();
    }

    private static String flow(String id, String from, String to, String condition) {
        var said = condition.replace("&", "&amp;").replace("<", "&lt;");
        return "<sequenceFlow id=\"" + id + "\" sourceRef=\"" + from + "\" targetRef=\"" + to + "\">"
                + (said.isEmpty() ? "" : "<conditionExpression>" + said + "</conditionExpression>") + "</sequenceFlow>";
    }

    private static Document read(String model) throws SAXException {
        return SafeXml.read(model.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> sentences(Findings findings) {
        return findings.grouped().stream().map(Finding::sentence).toList();
    }
}
