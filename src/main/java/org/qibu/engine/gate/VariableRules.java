package org.qibu.engine.gate;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qibu.engine.form.RoutingValue;
import org.qibu.engine.gate.bpmn.EvaluatedText;
import org.qibu.engine.gate.bpmn.ExpressionTypes;
import org.qibu.engine.gate.bpmn.ModelFacts;
import org.qibu.engine.gate.bpmn.ModelPlaces;
import org.qibu.engine.gate.bpmn.ModelVocabulary;
import org.qibu.engine.gate.bpmn.ValueRules;
import org.qibu.engine.gate.bpmn.WayRules;
import org.qibu.engine.gate.dmn.DecisionRules;
import org.qibu.engine.gate.dmn.FeelKind;
import org.qibu.engine.gate.dmn.FeelNames;
import org.qibu.engine.gate.expression.ExpressionRules;
import org.qibu.engine.gate.finding.Findings;
import org.qibu.engine.gate.finding.SafeXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Whether somebody provides each variable an expression or a table asks for: the model itself, a form, the processes and the
 * tables that come with the program. An expression that asks for another fails when a matter gets there.
 */
final class VariableRules {

    /** What the engine itself provides, the last ones within a repetition. */
    private static final Set<String> OF_THE_ENGINE = Set.of(
            "execution",
            "task",
            "authenticatedUserId",
            "nrOfInstances",
            "nrOfActiveInstances",
            "nrOfCompletedInstances",
            "loopCounter");

    /** Always a number. */
    private static final Set<String> COUNTS =
            Set.of("nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances", "loopCounter");

    private final ExpressionRules expressions;
    private final Elsewhere elsewhere;
    private final Set<String> provided;
    private final Set<String> called;
    private final Set<String> set = new TreeSet<>(OF_THE_ENGINE);
    private final Map<String, RoutingValue> fields;
    private final Findings findings;
    private final ResultTypes results;

    /**
     * What is known beyond a deployment.
     *
     * @param names of the variables the program's own and the other deployed models name
     * @param sets names of the variables such a model sets
     * @param first names of the variables a matter has from its beginning
     * @param called ids of the processes such a model calls
     * @param brought the variables that the components and forms a model uses may set
     */
    record Elsewhere(
            Set<String> names,
            Set<String> sets,
            Set<String> first,
            Set<String> called,
            Function<ModelFacts, Set<String>> brought) {}

    /** @param fields of the forms of this deployment, by key, each with what it hands to the models */
    VariableRules(
            ExpressionRules expressions, Elsewhere elsewhere, Map<String, RoutingValue> fields, Findings findings) {
        this.expressions = expressions;
        this.elsewhere = elsewhere;
        this.provided = new TreeSet<>(elsewhere.names());
        this.called = new TreeSet<>(elsewhere.called());
        this.fields = fields;
        this.findings = findings;
        this.results = new ResultTypes(expressions);
        this.provided.addAll(OF_THE_ENGINE);
        this.provided.addAll(kept());
    }

    /** Takes note of what a model of this deployment sets. */
    void know(ModelFacts facts, Document model) {
        results.knowModel(model);
        provided.addAll(facts.sets());
        set.addAll(facts.sets());
        facts.calls().values().forEach(called::addAll);
    }

    /** Takes note of what the tables of a file answer. */
    void knowTables(Document file) {
        results.knowTables(file);
    }

    /** Checks a model, once all of this deployment are known. */
    void checkModel(String file, Document model) {
        var ofItsOwn = ofItsOwn(ModelFacts.of(model, expressions));
        var certain = certain(isAlone(model) ? elsewhere.names() : Set.of());
        var types = new ExpressionTypes(expressions, certain);
        new WayRules(file, certain, findings).check(SafeXml.elements(model));
        for (var element : SafeXml.elements(model)) {
            var isCollection = element.hasAttributeNS(ModelVocabulary.CAMUNDA, "collection")
                    || "loopDataInputRef".equals(element.getLocalName());
            if (isCollection) {
                checkCollection(file, element);
            } else {
                var known = isOfOneThatBegins(element) ? ofItsOwn : provided;
                EvaluatedText.of(element).forEach(each -> {
                    checkText(file, element, each, known);
                    types.objection(each).ifPresent(why -> tell(file, element, each, why));
                });
            }
        }
    }

    private void checkText(String file, Element element, EvaluatedText each, Set<String> known) {
        expressions.variables(each.text()).stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> findings.add(
                        file,
                        ModelPlaces.of(element),
                        "的“" + ValueRules.shown(each.text()) + "”用到的 " + name + " " + why(name)));
    }

    private void tell(String file, Element element, EvaluatedText each, String why) {
        var what = "的" + ValueRules.called(each.name()) + "“" + ValueRules.shown(each.text()) + "”";
        findings.add(file, ModelPlaces.of(element), what + why);
    }

    private Set<String> kept() {
        return fields.entrySet().stream()
                .filter(field -> field.getValue().isKept())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** What a process has that is raised by a form and called by no other, so that nobody hands it anything. */
    private Set<String> ofItsOwn(ModelFacts facts) {
        var names = new TreeSet<>(set);
        names.addAll(elsewhere.first());
        names.addAll(kept());
        names.addAll(elsewhere.brought().apply(facts));
        return names;
    }

    private boolean isOfOneThatBegins(Element element) {
        for (var at = element; at != null; at = at.getParentNode() instanceof Element outer ? outer : null) {
            if ("process".equals(at.getLocalName())) {
                return !called.contains(at.getAttribute("id"))
                        && SafeXml.children(at, "startEvent").stream()
                                .anyMatch(start -> start.hasAttributeNS(ModelVocabulary.CAMUNDA, "formRef"));
            }
        }
        return false;
    }

    /** Values that only forms or only tables give, so that it is certain what they are. */
    private Map<String, RoutingValue> certain(Set<String> unrelated) {
        var certain = new TreeMap<String, RoutingValue>();
        fields.forEach((key, value) -> {
            var isSetByOthers = !unrelated.contains(key) && elsewhere.sets().contains(key);
            if (value.isKept()
                    && value.type() != Object.class
                    && !set.contains(key)
                    && !isSetByOthers
                    && !elsewhere.first().contains(key)) {
                certain.put(key, value);
            }
        });
        results.values().forEach((name, value) -> {
            var isAlone = !fields.containsKey(name)
                    && (unrelated.contains(name) || !elsewhere.names().contains(name))
                    && !elsewhere.first().contains(name);
            if (value.type() != Object.class && isAlone) {
                certain.put(name, value);
            }
        });
        COUNTS.forEach(name -> certain.put(name, new RoutingValue(true, Number.class, Set.of())));
        return certain;
    }

    /** Whether a model neither calls another process nor is called, so that none but itself sets what it asks for. */
    private boolean isAlone(Document model) {
        return SafeXml.elements(model).stream()
                .noneMatch(each -> "callActivity".equals(each.getLocalName())
                        || "process".equals(each.getLocalName()) && called.contains(each.getAttribute("id")));
    }

    /** What the program's models hand on are codes and numbers; a list there is only where the model itself makes one. */
    private void checkCollection(String file, Element element) {
        var said = "loopDataInputRef".equals(element.getLocalName())
                ? SafeXml.ownText(element)
                : element.getAttributeNS(ModelVocabulary.CAMUNDA, "collection");
        var names = said.contains("{") ? expressions.variables(said) : Set.of(said);
        if (!said.isBlank() && !set.containsAll(names)) {
            findings.add(
                    file,
                    ModelPlaces.of(element),
                    "的集合“" + ValueRules.shown(said) + "”没有人提供，请写给出一组值的组件，如 ${actions.open(execution)}，或改写次数");
        }
    }

    /** Checks the columns of a file of tables that a process asks. */
    void checkTables(String file, Document tables) {
        SafeXml.elements(tables).stream()
                .filter(each -> "decision".equals(each.getLocalName()))
                .forEach(decision -> checkDecision(file, decision));
    }

    private void checkDecision(String file, Element decision) {
        var known = new TreeSet<>(provided);
        known.addAll(FeelNames.required(decision));
        checkAnswers(file, decision, certain(Set.of()));
        SafeXml.elements(decision.getOwnerDocument()).stream()
                .filter(each -> Set.of("inputExpression", "literalExpression").contains(each.getLocalName()))
                .filter(each -> DecisionRules.placeOf(each).equals(DecisionRules.placeOf(decision)))
                .forEach(each -> ModelFacts.asked(SafeXml.text(each)).stream()
                        .filter(name -> !known.contains(name))
                        .findFirst()
                        .ifPresent(name -> findings.add(
                                file,
                                DecisionRules.placeOf(decision),
                                columnOf(each) + "取的 " + name + " " + why(name))));
    }

    /** Holds the columns of a table against what the forms give: another type stops a matter, another word never comes. */
    private void checkAnswers(String file, Element decision, Map<String, RoutingValue> certain) {
        for (var table : SafeXml.children(decision, "decisionTable")) {
            var columns = SafeXml.children(table, "input");
            for (int i = 0; i < columns.size(); i++) {
                var column = i;
                SafeXml.children(columns.get(i), "inputExpression").stream()
                        .filter(each -> certain.containsKey(SafeXml.text(each).strip()))
                        .forEach(each -> checkAnswer(file, decision, table, column, each, certain));
            }
        }
    }

    private void checkAnswer(
            String file,
            Element decision,
            Element table,
            int column,
            Element asked,
            Map<String, RoutingValue> certain) {
        var name = SafeXml.text(asked).strip();
        var value = certain.get(name);
        var place = DecisionRules.placeOf(decision);
        var isOfType = switch (FeelKind.of(asked.getAttribute("typeRef"))) {
            case NUMBER ->
                value.type() == Number.class
                        || value.type() == String.class
                                && value.choices().stream().allMatch(each -> each.matches("-?\\d{1,9}"));
            case TRUTH -> value.type() == Boolean.class;
            case MOMENT -> false;
            default -> true;
        };
        if (!isOfType) {
            var type = value.type() == Boolean.class ? "boolean" : value.type() == Number.class ? "double" : "string";
            findings.add(
                    file,
                    place,
                    columnOf(asked) + "的类型是 " + asked.getAttribute("typeRef") + "，" + name + " 却不是，请把类型改为 " + type);
        } else if (value.type() == String.class && !value.choices().isEmpty()) {
            var rows = SafeXml.children(table, "rule");
            for (int row = 0; row < rows.size(); row++) {
                var cell = SafeXml.text(
                        SafeXml.children(rows.get(row), "inputEntry").get(column));
                var at = row + 1;
                unknownNames(cell, value.choices())
                        .ifPresent(word -> findings.add(
                                file,
                                place,
                                "第 " + at + " 行" + columnOf(asked).replaceFirst("^的列", "") + "的“" + word + "”不是 " + name
                                        + " 的选项，可选的有 " + String.join("、", value.choices())));
            }
        }
    }

    /** A word in a cell that consists of words alone, and is none of the choices. */
    private static Optional<String> unknownNames(String cell, Set<String> choices) {
        var inner = cell.strip().replaceFirst("(?s)^not\\((.*)\\)$", "$1");
        return inner.matches("\\s*\"[^\"]*\"(\\s*,\\s*\"[^\"]*\")*\\s*")
                ? Stream.of(inner.split(","))
                        .map(word -> word.strip().replaceAll("^\"|\"$", ""))
                        .filter(word -> !word.isEmpty() && !choices.contains(word))
                        .findFirst()
                : Optional.empty();
    }

    private static String columnOf(Element expression) {
        var label = expression.getParentNode() instanceof Element column ? column.getAttribute("label") : "";
        return "inputExpression".equals(expression.getLocalName()) && !label.isBlank() ? "的列“" + label + "”" : "";
    }

    private String why(String name) {
        if (fields.containsKey(name) && !fields.get(name).isKept()) {
            return "是表单里的一项，没有作为流转依据：请在办理任务的表单里给这一项的自定义属性加 routing=true" + "（文字不能作流转依据，请改用单选或下拉；登记表单里的项不能作流转依据）";
        }
        return provided.contains(name)
                ? "在这个由人登记的流程里没有人提供，只有别的流程才有：请改用表单里作为流转依据（routing=true）的项或上一步的结果"
                : "没有人提供：请改用表单里作为流转依据（routing=true）的项、上一步的结果，或由调用它的流程传入";
    }
}
