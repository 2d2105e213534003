package org.qibu.engine.gate.bpmn;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.qibu.engine.feel.FeelTree;
import org.qibu.engine.feel.SafeFeel;
import org.qibu.engine.gate.expression.ExpressionRules;
import org.qibu.engine.gate.finding.SafeXml;
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
 * @param handed names of the variables that each of its calls of a process hands over, by the id of that process
 * @param returned names of the variables that its calls of a process take from it, by the id of that process
 * @param taken the values for which a process has a way on where it parts by a variable, without one for all else; by the id
 *     of the process and the name of the variable
 */
public record ModelFacts(
        Set<String> processes,
        Set<String> decisions,
        Map<String, Set<String>> calls,
        Set<String> asks,
        Set<String> sets,
        Set<String> reads,
        Set<String> uses,
        Set<String> messages,
        Set<String> thrown,
        Map<String, Set<String>> handed,
        Map<String, Set<String>> returned,
        Map<String, Map<String, Set<String>>> taken) {

    public static final ModelFacts NONE = new ModelFacts(
            Set.of(), Set.of(), Map.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Map.of(),
            Map.of(), Map.of());

    private static final SafeFeel FEEL = new SafeFeel();

    public static ModelFacts of(Document file, ExpressionRules expressions) {
        var facts = new ModelFacts(
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
        SafeXml.elements(file).forEach(element -> facts.add(element, expressions));
        return facts;
    }

    private void add(Element element, ExpressionRules expressions) {
        switch (element.getLocalName()) {
            case "process" -> processes.add(element.getAttribute("id"));
            case "decision" -> decisions.add(element.getAttribute("id"));
            case "callActivity" -> {
                var target = element.getAttribute("calledElement");
                calls.computeIfAbsent(processOf(element), id -> new LinkedHashSet<>())
                        .add(target);
                returned.computeIfAbsent(target, id -> new TreeSet<>()).addAll(mapped(element, "out", "source"));
                handed.merge(target, handedTo(element), (one, other) -> {
                    one.retainAll(other);
                    return one;
                });
            }
            case "businessRuleTask" -> asks.add(element.getAttributeNS(ModelVocabulary.CAMUNDA, "decisionRef"));
            case "userTask" -> uses.add(element.getAttributeNS(ModelVocabulary.CAMUNDA, "formRef"));
            case "exclusiveGateway" ->
                ResultRules.taken(element)
                        .forEach((name, values) -> taken.computeIfAbsent(processOf(element), id -> new TreeMap<>())
                                .computeIfAbsent(name, each -> new TreeSet<>())
                                .addAll(values));
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

    /** The variables a call hands over. */
    static Set<String> handedTo(Element call) {
        return mapped(call, "in", "target");
    }

    private static Set<String> mapped(Element call, String mapping, String side) {
        return SafeXml.children(call, "extensionElements").stream()
                .flatMap(each -> SafeXml.children(each, mapping).stream())
                .map(each -> each.getAttribute(side))
                .filter(name -> !name.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String processOf(Element element) {
        for (var at = element; at != null; at = at.getParentNode() instanceof Element parent ? parent : null) {
            if ("process".equals(at.getLocalName())) {
                return at.getAttribute("id");
            }
        }
        return "";
    }

    /** The variables a FEEL expression asks for; none where it cannot be read. */
    public static Set<String> asked(String text) {
        var read = FEEL.expression(text);
        return read.isReadable() ? FeelTree.variables(read.tree()) : Set.of();
    }

    /** Every variable it names. */
    public List<String> names() {
        var names = new TreeSet<>(sets);
        names.addAll(reads);
        return List.copyOf(names);
    }
}
