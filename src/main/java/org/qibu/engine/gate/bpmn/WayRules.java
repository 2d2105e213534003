package org.qibu.engine.gate.bpmn;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.SimpleContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.qibu.engine.form.RoutingValue;
import org.qibu.engine.gate.expression.ExpressionRules;
import org.qibu.engine.gate.finding.Findings;
import org.qibu.engine.gate.finding.SafeXml;
import org.w3c.dom.Element;

/**
 * Whether a matter finds a way on wherever its ways part: where all flows have conditions, one of them has to hold for each
 * value the forms and tables can give. Only what is certain is objected to.
 */
public final class WayRules {

    private static final Set<String> PARTING = Stream.concat(
                    ReachRules.ACTIVITIES.stream(),
                    Stream.of(
                            "exclusiveGateway",
                            "inclusiveGateway",
                            "startEvent",
                            "intermediateCatchEvent",
                            "intermediateThrowEvent",
                            "boundaryEvent"))
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.'])\\d{1,9}(?:\\.\\d{1,4})?(?![\\w.'])");
    private static final int MOST_TRIED = 2_000;

    private final String file;
    private final Map<String, RoutingValue> values;
    private final Findings findings;
    private final ExpressionFactoryImpl factory = new ExpressionFactoryImpl();

    /** @param values by the name of the variable, those of which it is certain what they are */
    public WayRules(String file, Map<String, RoutingValue> values, Findings findings) {
        this.file = file;
        this.values = values;
        this.findings = findings;
    }

    public void check(List<Element> elements) {
        var ways = elements.stream()
                .filter(each -> "sequenceFlow".equals(each.getLocalName()))
                .collect(Collectors.groupingBy(flow -> flow.getAttribute("sourceRef")));
        elements.stream()
                .filter(each -> PARTING.contains(each.getLocalName()))
                .filter(each -> each.getAttribute("default").isBlank())
                .forEach(each -> check(each, ways.getOrDefault(each.getAttribute("id"), List.of())));
    }

    private void check(Element parting, List<Element> flows) {
        var conditions = flows.stream()
                .flatMap(flow -> SafeXml.children(flow, "conditionExpression").stream())
                .map(SafeXml::ownText)
                .toList();
        if (conditions.isEmpty() || conditions.size() < flows.size()) {
            return;
        }
        var names = new LinkedHashSet<String>();
        var isCertain = conditions.stream()
                .allMatch(each -> ExpressionRules.tree(each)
                        .filter(root -> isCertain(root, names))
                        .isPresent());
        if (isCertain) {
            unanswered(conditions, List.copyOf(names))
                    .ifPresent(when -> findings.add(
                            file, ModelPlaces.of(parting), "在 " + when + " 时没有一条路可走，事项会停在这里，请补一条连线，或设一条默认出线"));
        }
    }

    private boolean isCertain(Node node, Set<String> names) {
        if (node instanceof AstIdentifier identifier) {
            names.add(identifier.getName());
            return values.containsKey(identifier.getName())
                    && (values.get(identifier.getName()).type() != String.class
                            || !values.get(identifier.getName()).choices().isEmpty());
        }
        if (node instanceof AstMethod) {
            return false;
        }
        for (int i = 0; i < node.getCardinality(); i++) {
            if (!isCertain(node.getChild(i), names)) {
                return false;
            }
        }
        return true;
    }

    /** The first values for which no condition holds, in words; empty where there are none, or too many to try. */
    private Optional<String> unanswered(List<String> conditions, List<String> names) {
        List<Map<String, Object>> tried = List.of(Map.of());
        for (var name : names) {
            var samples = samples(values.get(name), conditions);
            if ((long) tried.size() * samples.size() > MOST_TRIED) {
                return Optional.empty();
            }
            tried = tried.stream()
                    .flatMap(before -> samples.stream().map(sample -> with(before, name, sample)))
                    .toList();
        }
        return tried.stream()
                .filter(facts -> conditions.stream().noneMatch(each -> holds(each, facts)))
                .findFirst()
                .map(WayRules::inWords);
    }

    private static Map<String, Object> with(Map<String, Object> before, String name, Object sample) {
        var facts = new LinkedHashMap<>(before);
        facts.put(name, sample);
        return facts;
    }

    private static List<Object> samples(RoutingValue value, List<String> conditions) {
        var samples = new ArrayList<>();
        if (value.type() == Boolean.class) {
            samples.addAll(List.of(true, false));
        } else if (value.type() == Number.class) {
            conditions.forEach(each -> NUMBER.matcher(each).results().forEach(match -> {
                var border = new BigDecimal(match.group()).doubleValue();
                samples.addAll(List.of(border, border - 1, border + 1));
            }));
        } else {
            samples.addAll(value.choices());
        }
        if (value.mayBeEmpty()) {
            samples.add(null);
        }
        return samples.stream().distinct().collect(Collectors.toCollection(ArrayList::new));
    }

    /** As the engine evaluates it; what it cannot evaluate is told elsewhere. */
    private boolean holds(String condition, Map<String, Object> facts) {
        var context = new SimpleContext();
        facts.forEach((name, value) -> context.setVariable(
                name, factory.createValueExpression(value, value == null ? Object.class : value.getClass())));
        try {
            return Boolean.TRUE.equals(factory.createValueExpression(context, condition, Object.class)
                    .getValue(context));
        } catch (ELException unevaluated) {
            return true;
        }
    }

    private static String inWords(Map<String, Object> facts) {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + (fact.getValue() == null ? " 没有填" : " 为“" + shown(fact.getValue()) + "”"))
                .collect(Collectors.joining("、"));
    }

    private static String shown(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? "是" : "否";
        }
        return value instanceof Double number
                ? new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString()
                : value.toString();
    }
}
