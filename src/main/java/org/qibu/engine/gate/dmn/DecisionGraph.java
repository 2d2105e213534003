package org.qibu.engine.gate.dmn;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.qibu.engine.gate.finding.Findings;
import org.qibu.engine.gate.finding.SafeXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Whether the decisions of a file find those they require, and none requires itself. */
final class DecisionGraph {

    private final Map<String, Element> byId;
    private final Map<String, List<String>> required = new HashMap<>();

    private DecisionGraph(List<Element> elements) {
        byId = elements.stream()
                .filter(each -> !each.getAttribute("id").isBlank())
                .collect(Collectors.toMap(each -> each.getAttribute("id"), each -> each, (one, other) -> one));
        elements.stream()
                .filter(each -> "decision".equals(each.getLocalName()))
                .forEach(each -> required.put(each.getAttribute("id"), requiredBy(each)));
    }

    static void check(String file, Document tables, Findings findings) {
        var elements = SafeXml.elements(tables);
        var seen = new HashSet<String>();
        elements.stream()
                .filter(each -> each.hasAttribute("id"))
                .filter(each -> !seen.add(each.getAttribute("id")))
                .forEach(each -> findings.add(file, "编号 " + each.getAttribute("id") + " 用了两次"));
        var graph = new DecisionGraph(elements);
        elements.stream()
                .filter(each -> each.getLocalName().startsWith("required"))
                .filter(each -> !graph.byId.containsKey(target(each)))
                .forEach(each ->
                        findings.add(file, DecisionRules.placeOf(each), "引用了文件里没有的“" + target(each) + "”，请补上或删去引用"));
        graph.required.keySet().stream()
                .filter(graph::reachesItself)
                .forEach(id -> findings.add(file, DecisionRules.placeOf(graph.byId.get(id)), "绕了一圈又引用自己"));
    }

    private static List<String> requiredBy(Element decision) {
        return SafeXml.children(decision, "informationRequirement").stream()
                .flatMap(each -> SafeXml.children(each, "requiredDecision").stream())
                .map(DecisionGraph::target)
                .toList();
    }

    private static String target(Element reference) {
        return reference.getAttribute("href").replaceFirst("^#", "");
    }

    private boolean reachesItself(String id) {
        Set<String> seen = new HashSet<>();
        var open = new ArrayDeque<>(required.getOrDefault(id, List.of()));
        while (!open.isEmpty()) {
            var next = open.pop();
            if (next.equals(id)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(required.getOrDefault(next, List.of()));
            }
        }
        return false;
    }
}
