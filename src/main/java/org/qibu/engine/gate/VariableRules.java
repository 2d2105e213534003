package org.qibu.engine.gate;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

    private final ExpressionRules expressions;
    private final Set<String> provided;
    private final Set<String> set = new TreeSet<>(OF_THE_ENGINE);
    private final Map<String, Boolean> fields;
    private final Findings findings;

    /**
     * @param provided names of the variables the program's own and the other deployed models name
     * @param fields of the forms of this deployment, by key, each with whether it is kept for routing
     */
    VariableRules(ExpressionRules expressions, Set<String> provided, Map<String, Boolean> fields, Findings findings) {
        this.expressions = expressions;
        this.provided = new TreeSet<>(provided);
        this.fields = fields;
        this.findings = findings;
        this.provided.addAll(OF_THE_ENGINE);
        fields.forEach((key, isRouting) -> {
            if (isRouting) {
                this.provided.add(key);
            }
        });
    }

    /** Takes note of what a model of this deployment sets. */
    void know(ModelFacts facts) {
        provided.addAll(facts.sets());
        set.addAll(facts.sets());
    }

    /** Checks a model. */
    void checkModel(String file, Document model) {
        for (var element : SafeXml.elements(model)) {
            var isCollection = element.hasAttributeNS(ModelVocabulary.CAMUNDA, "collection")
                    || "loopDataInputRef".equals(element.getLocalName());
            if (isCollection) {
                checkCollection(file, element);
            } else {
                EvaluatedText.of(element).forEach(each -> checkText(file, element, each));
            }
        }
    }

    private void checkText(String file, Element element, EvaluatedText each) {
        expressions.variables(each.text()).stream()
                .filter(name -> !provided.contains(name))
                .findFirst()
                .ifPresent(name -> findings.add(
                        file,
                        ModelPlaces.of(element),
                        "的“" + ValueRules.shown(each.text()) + "”用到的 " + name + " " + why(name)));
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

    private static String columnOf(Element expression) {
        var label = expression.getParentNode() instanceof Element column ? column.getAttribute("label") : "";
        return "inputExpression".equals(expression.getLocalName()) && !label.isBlank() ? "的列“" + label + "”" : "";
    }

    private String why(String name) {
        return fields.containsKey(name)
                ? "是表单里的一项，没有作为流转依据：请在这一项的自定义属性里加 routing=true（文字不能作流转依据，请改用单选或下拉）"
                : "没有人提供：请改用表单里作为流转依据（routing=true）的项、上一步的结果，或由调用它的流程传入";
    }
}
