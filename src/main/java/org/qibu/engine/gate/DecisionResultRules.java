package org.qibu.engine.gate;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qibu.engine.RoutingCode;
import org.qibu.engine.gate.bpmn.ModelPlaces;
import org.qibu.engine.gate.bpmn.ModelVocabulary;
import org.qibu.engine.gate.finding.Findings;
import org.qibu.engine.gate.finding.SafeXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Whether a model takes the result of a table in a way the table can answer, where both are deployed together. */
final class DecisionResultRules {

    private static final String MANY = "resultList";
    private static final Set<String> MAPPINGS = Set.of("singleEntry", "singleResult", "collectEntries", MANY);
    private static final Set<String> OF_ONE_ROW = Set.of("", "UNIQUE", "FIRST", "ANY");

    private final Map<String, Element> tables = new HashMap<>();
    private final Findings findings;

    DecisionResultRules(Findings findings) {
        this.findings = findings;
    }

    /** Takes note of the tables of a file. */
    void know(Document file) {
        SafeXml.elements(file).stream()
                .filter(each -> "decision".equals(each.getLocalName()))
                .forEach(decision -> SafeXml.children(decision, "decisionTable")
                        .forEach(table -> tables.put(decision.getAttribute("id"), table)));
    }

    /** Checks a model against the tables noted before. */
    void check(String file, Document model) {
        SafeXml.elements(model).stream()
                .filter(each -> "businessRuleTask".equals(each.getLocalName()))
                .forEach(task -> objection(task).ifPresent(why -> findings.add(file, ModelPlaces.of(task), why)));
    }

    private Optional<String> objection(Element task) {
        var mapping = task.getAttributeNS(ModelVocabulary.CAMUNDA, "mapDecisionResult");
        if (!mapping.isBlank() && !MAPPINGS.contains(mapping)) {
            return Optional.of("的判定结果取法“" + mapping + "”读不了，请选 singleEntry");
        }
        var id = task.getAttributeNS(ModelVocabulary.CAMUNDA, "decisionRef");
        return Optional.ofNullable(tables.get(id)).flatMap(table -> objection(mapping, id, table));
    }

    /** Whether a table answers what a process can keep neither as a code nor as a number. */
    private static boolean isNoValue(Element table) {
        var isTimed = SafeXml.children(table, "output").stream()
                .map(each ->
                        each.getAttribute("typeRef").toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""))
                .anyMatch(type -> type.contains("date") || type.contains("time") || type.contains("duration"));
        return isTimed
                || SafeXml.children(table, "rule").stream()
                        .flatMap(rule -> SafeXml.children(rule, "outputEntry").stream())
                        .map(each -> SafeXml.text(each).strip())
                        .anyMatch(text -> text.startsWith("[") || text.matches("(?s)(date|time|duration)\\b.*"));
    }

    /** A text among the results of a table that a process cannot keep. */
    private static Optional<String> words(Element table) {
        return SafeXml.children(table, "rule").stream()
                .flatMap(rule -> SafeXml.children(rule, "outputEntry").stream())
                .map(each -> SafeXml.text(each).strip())
                .filter(text -> text.matches("\"[^\"\\\\]*\""))
                .map(text -> text.substring(1, text.length() - 1))
                .filter(text -> !RoutingCode.is(text))
                .findFirst();
    }

    private static Optional<String> objection(String mapping, String id, Element table) {
        var columns = SafeXml.children(table, "output").size();
        var words = "singleEntry".equals(mapping) ? words(table) : Optional.<String>empty();
        if ("singleEntry".equals(mapping) && isNoValue(table)) {
            return Optional.of("要的判定表“" + id + "”的结果是时间或一组值，流程里存不下，请把输出列的类型改为 string、integer 或 boolean");
        }
        if (words.isPresent()) {
            return Optional.of("要的判定表“" + id + "”的结果“" + words.get() + "”存不下，流程里" + RoutingCode.WORDS);
        }
        var isOfOneRow = OF_ONE_ROW.contains(table.getAttribute("hitPolicy"))
                || !table.getAttribute("aggregation").isBlank();
        if (columns != 1 && Set.of("singleEntry", "collectEntries").contains(mapping)) {
            return Optional.of(
                    "的判定结果取法 " + mapping + " 只取一列，判定表“" + id + "”有 " + columns + " 个输出列，请选 singleResult 或 resultList");
        }
        return isOfOneRow || !Set.of("singleEntry", "singleResult").contains(mapping)
                ? Optional.empty()
                : Optional.of("的判定结果取法 " + mapping + " 只取一行，判定表“" + id + "”会有几行同时成立，请选 collectEntries 或 resultList");
    }
}
