package org.qibu.engine.gate.bpmn;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qibu.engine.gate.finding.Findings;
import org.qibu.engine.gate.finding.SafeXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Whether a matter gets to everything that is drawn, and finds there what it needs: nothing would run otherwise. */
public final class ReachRules {

    /** The activities, by the name of their element. */
    static final Set<String> ACTIVITIES = Set.of(
            "task",
            "userTask",
            "manualTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "transaction");

    private final Map<String, Set<String>> needed;
    private final Findings findings;

    /** @param needed what each process of the program has to be handed, by its id */
    public ReachRules(Map<String, Set<String>> needed, Findings findings) {
        this.needed = needed;
        this.findings = findings;
    }

    public void check(String file, Document model) {
        var elements = SafeXml.elements(model).stream()
                .filter(each -> ModelVocabulary.BPMN.equals(each.getNamespaceURI()))
                .toList();
        var reached = reached(elements);
        elements.stream()
                .filter(each -> ACTIVITIES.contains(each.getLocalName()) && !reached.contains(each.getAttribute("id")))
                .forEach(each -> findings.add(file, ModelPlaces.of(each), "没有连线走得到，永远不会办，请连上或删去"));
        elements.stream()
                .filter(each -> "endEvent".equals(each.getLocalName()))
                .filter(each -> elements.stream().anyMatch(flow -> leavesFrom(flow, each)))
                .forEach(each -> findings.add(file, ModelPlaces.of(each), "后面还有连线，结束以后不会再走，请删去连线或改用别的事件"));
        elements.stream()
                .filter(each -> "callActivity".equals(each.getLocalName()))
                .forEach(each -> checkCall(file, each));
    }

    private static boolean leavesFrom(Element flow, Element node) {
        return "sequenceFlow".equals(flow.getLocalName())
                && node.getAttribute("id").equals(flow.getAttribute("sourceRef"));
    }

    private static Set<String> reached(List<Element> elements) {
        var next = new HashMap<String, Set<String>>();
        var open = new ArrayDeque<String>();
        for (var each : elements) {
            var id = each.getAttribute("id");
            switch (each.getLocalName()) {
                case "sequenceFlow" ->
                    next.computeIfAbsent(each.getAttribute("sourceRef"), at -> new LinkedHashSet<>())
                            .add(each.getAttribute("targetRef"));
                case "boundaryEvent" ->
                    next.computeIfAbsent(each.getAttribute("attachedToRef"), at -> new LinkedHashSet<>())
                            .add(id);
                default -> {
                    if (beginsByItself(each)) {
                        open.add(id);
                    }
                }
            }
        }
        var reached = new HashSet<String>();
        while (!open.isEmpty()) {
            var at = open.poll();
            if (reached.add(at)) {
                open.addAll(next.getOrDefault(at, Set.of()));
            }
        }
        return reached;
    }

    private static boolean beginsByItself(Element node) {
        return "startEvent".equals(node.getLocalName())
                || "true".equals(node.getAttribute("triggeredByEvent"))
                || "true".equals(node.getAttribute("isForCompensation"))
                || !SafeXml.children(node, "linkEventDefinition").isEmpty();
    }

    private void checkCall(String file, Element call) {
        var missing = new LinkedHashSet<>(needed.getOrDefault(call.getAttribute("calledElement"), Set.of()));
        missing.removeAll(ModelFacts.handedTo(call));
        if (!missing.isEmpty()) {
            findings.add(
                    file,
                    ModelPlaces.of(call),
                    "没有把“" + call.getAttribute("calledElement") + "”要用的 " + String.join("、", missing)
                            + " 传过去，请在“In mappings”里逐个写上");
        }
    }
}
