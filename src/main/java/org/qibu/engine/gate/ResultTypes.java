package org.qibu.engine.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.qibu.engine.form.RoutingValue;
import org.qibu.engine.gate.bpmn.EvaluatedText;
import org.qibu.engine.gate.bpmn.ModelVocabulary;
import org.qibu.engine.gate.dmn.FeelKind;
import org.qibu.engine.gate.expression.ExpressionRules;
import org.qibu.engine.gate.finding.SafeXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What the tables of a deployment hand to its models, for those variables that nothing else in its models sets. */
final class ResultTypes {

    private static final Map<FeelKind, Class<?>> TYPES =
            Map.of(FeelKind.TEXT, String.class, FeelKind.NUMBER, Number.class, FeelKind.TRUTH, Boolean.class);

    private final ExpressionRules expressions;
    private final Map<String, Element> tables = new HashMap<>();
    private final List<Element> tasks = new ArrayList<>();
    private final Set<String> setOtherwise = new HashSet<>();

    ResultTypes(ExpressionRules expressions) {
        this.expressions = expressions;
    }

    /** Takes note of the tables of a file. */
    void knowTables(Document file) {
        SafeXml.elements(file).stream()
                .filter(each -> "decision".equals(each.getLocalName()))
                .forEach(decision -> SafeXml.children(decision, "decisionTable")
                        .forEach(table -> tables.put(decision.getAttribute("id"), table)));
    }

    /** Takes note of what a model sets. */
    void knowModel(Document model) {
        for (var element : SafeXml.elements(model)) {
            if (isSingleEntry(element)) {
                tasks.add(element);
            } else {
                setOtherwise.addAll(EvaluatedText.set(element));
            }
            EvaluatedText.of(element).forEach(each -> setOtherwise.addAll(expressions.named(each.text())));
        }
    }

    private static boolean isSingleEntry(Element element) {
        return "businessRuleTask".equals(element.getLocalName())
                && "singleEntry".equals(element.getAttributeNS(ModelVocabulary.CAMUNDA, "mapDecisionResult"));
    }

    /** By the name of the variable; nothing is certain of one whose type is {@code Object}. */
    Map<String, RoutingValue> values() {
        var values = new TreeMap<String, RoutingValue>();
        for (var task : tasks) {
            var table = tables.get(task.getAttributeNS(ModelVocabulary.CAMUNDA, "decisionRef"));
            values.merge(
                    task.getAttributeNS(ModelVocabulary.CAMUNDA, "resultVariable"),
                    Optional.ofNullable(table)
                            .flatMap(ResultTypes::value)
                            .orElseGet(() -> new RoutingValue(true, Object.class, Set.of())),
                    RoutingValue::or);
        }
        values.keySet().removeAll(setOtherwise);
        return values;
    }

    private static Optional<RoutingValue> value(Element table) {
        var columns = SafeXml.children(table, "output");
        if (columns.size() != 1 || !table.getAttribute("aggregation").isBlank()) {
            return Optional.empty();
        }
        var type = TYPES.get(FeelKind.of(columns.get(0).getAttribute("typeRef")));
        return Optional.ofNullable(type)
                .map(known -> new RoutingValue(true, known, known == String.class ? texts(table) : Set.of()));
    }

    /** The texts its rows can answer; empty where one is worked out. */
    private static Set<String> texts(Element table) {
        var texts = new LinkedHashSet<String>();
        for (var rule : SafeXml.children(table, "rule")) {
            for (var entry : SafeXml.children(rule, "outputEntry")) {
                var said = SafeXml.text(entry).strip();
                if (!said.matches("\"[^\"\\\\]*\"")) {
                    return Set.of();
                }
                texts.add(said.substring(1, said.length() - 1));
            }
        }
        return texts;
    }
}
