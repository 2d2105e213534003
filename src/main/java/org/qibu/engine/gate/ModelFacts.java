package org.qibu.engine.gate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.qibu.engine.feel.FeelTree;
import org.qibu.engine.feel.SafeFeel;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What a model or a file of tables says that others rely on.
 *
 * @param processes ids of those it defines
 * @param decisions ids of those it defines
 * @param calls which processes each of its processes calls
 * @param asks ids of the decisions its processes ask
 * @param sets names of the variables it sets
 * @param reads names of the variables it asks for
 * @param uses names of the components that do a step and ids of the forms its tasks ask for
 * @param messages names of those it knows
 * @param thrown names of the signals it throws
 */
record ModelFacts(
        Set<String> processes,
        Set<String> decisions,
        Map<String, Set<String>> calls,
        Set<String> asks,
        Set<String> sets,
        Set<String> reads,
        Set<String> uses,
        Set<String> messages,
        Set<String> thrown) {

    static final ModelFacts NONE =
            new ModelFacts(Set.of(), Set.of(), Map.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    private static final SafeFeel FEEL = new SafeFeel();

    static ModelFacts of(Document file, ExpressionRules expressions) {
        var facts = new ModelFacts(
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>());
        SafeXml.elements(file).forEach(element -> facts.add(element, expressions));
        return facts;
    }

    private void add(Element element, ExpressionRules expressions) {
        switch (element.getLocalName()) {
            case "process" -> processes.add(element.getAttribute("id"));
            case "decision" -> decisions.add(element.getAttribute("id"));
            case "callActivity" ->
                calls.computeIfAbsent(processOf(element), id -> new LinkedHashSet<>())
                        .add(element.getAttribute("calledElement"));
            case "businessRuleTask" -> asks.add(element.getAttributeNS(ModelVocabulary.CAMUNDA, "decisionRef"));
            case "userTask" -> uses.add(element.getAttributeNS(ModelVocabulary.CAMUNDA, "formRef"));
            case "message" -> messages.add(element.getAttribute("name"));
            case "signalEventDefinition" -> signal(element).ifPresent(thrown::add);
            case "inputExpression", "literalExpression" -> reads.addAll(asked(SafeXml.text(element)));
            default -> {}
        }
        EvaluatedText.of(element).forEach(each -> {
            reads.addAll(expressions.variables(each.text()));
            sets.addAll(expressions.named(each.text()));
            uses.addAll(expressions.delegates(each.text()));
        });
        uses.addAll(expressions.delegates(element.getAttributeNS(ModelVocabulary.CAMUNDA, "delegateExpression")));
        uses.addAll(expressions.delegates(element.getAttribute("delegateExpression")));
        uses.remove("");
        sets.addAll(EvaluatedText.set(element));
        reads.addAll(EvaluatedText.handedOn(element));
    }

    private static Optional<String> signal(Element definition) {
        var isThrown = Set.of("intermediateThrowEvent", "endEvent")
                .contains(definition.getParentNode().getLocalName());
        return isThrown ? EventRules.nameOf(definition, "signalRef") : Optional.empty();
    }

    private static String processOf(Element element) {
        for (var at = element; at != null; at = at.getParentNode() instanceof Element parent ? parent : null) {
            if ("process".equals(at.getLocalName())) {
                return at.getAttribute("id");
            }
        }
        return "";
    }

    /** The variables a FEEL expression asks for; none where it cannot be read. */
    static Set<String> asked(String text) {
        var read = FEEL.expression(text);
        return read.isReadable() ? FeelTree.variables(read.tree()) : Set.of();
    }

    /** Every variable it names. */
    List<String> names() {
        var names = new TreeSet<>(sets);
        names.addAll(reads);
        return List.copyOf(names);
    }
}
