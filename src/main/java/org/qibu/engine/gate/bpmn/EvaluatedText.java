package org.qibu.engine.gate.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.qibu.engine.gate.finding.SafeXml;
import org.w3c.dom.Element;

/**
 * A text of a model in which the engine evaluates an expression.
 *
 * @param kind how the engine reads it, as in {@link ModelVocabulary}
 * @param name of the attribute or element it stands in
 */
public record EvaluatedText(String kind, String name, String text) {

    private static final Set<String> KINDS = Set.of(
            "expression",
            "condition",
            "due",
            "number",
            "count",
            "collection",
            "groups",
            "accounts",
            "timeDate",
            "timeDuration",
            "timeCycle");

    /** Those of an element itself. */
    public static List<EvaluatedText> of(Element element) {
        var texts = new ArrayList<EvaluatedText>();
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            ModelVocabulary.kind(element, attribute)
                    .filter(KINDS::contains)
                    .ifPresent(kind ->
                            texts.add(new EvaluatedText(kind, attribute.getLocalName(), attribute.getNodeValue())));
        }
        var isOfTask = "documentation".equals(element.getLocalName())
                && "userTask".equals(element.getParentNode().getLocalName());
        ModelVocabulary.textKind(element)
                .filter(kind -> KINDS.contains(kind) || isOfTask)
                .ifPresent(
                        kind -> texts.add(new EvaluatedText(kind, element.getLocalName(), SafeXml.ownText(element))));
        texts.removeIf(each -> !each.text().contains("${") && !each.text().contains("#{"));
        return texts;
    }

    /** Names of the variables an element sets; one that is handed to a called process under its own name stays what it is. */
    public static Set<String> set(Element element) {
        var names = variables(element);
        if ("in".equals(element.getLocalName())) {
            names.remove(element.getAttribute("source"));
        }
        return names;
    }

    /** Names of the variables an element hands on, or does something for each value of. */
    static Set<String> handedOn(Element element) {
        var names = new TreeSet<String>();
        if (ModelVocabulary.CAMUNDA.equals(element.getNamespaceURI())) {
            names.add(element.getAttribute("source"));
        }
        names.add(element.getAttributeNS(ModelVocabulary.CAMUNDA, "collection"));
        names.removeIf(name -> name.isBlank() || name.contains("{"));
        return names;
    }

    private static Set<String> variables(Element element) {
        var names = new TreeSet<String>();
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            ModelVocabulary.kind(element, attribute)
                    .filter(kind -> "variable".equals(kind) && !"source".equals(attribute.getLocalName()))
                    .ifPresent(kind -> names.add(attribute.getNodeValue()));
        }
        return names;
    }
}
