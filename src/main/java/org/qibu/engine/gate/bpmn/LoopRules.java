package org.qibu.engine.gate.bpmn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.qibu.engine.gate.finding.Findings;
import org.qibu.engine.gate.finding.SafeXml;
import org.w3c.dom.Element;

/** Whether what a model repeats comes to an end: rounds nobody waits in, repetitions within repetitions, calls of itself. */
final class LoopRules {

    private static final Set<String> WAITING =
            Set.of("userTask", "receiveTask", "eventBasedGateway", "callActivity", "boundaryEvent");
    private static final Set<String> SCOPES = Set.of("subProcess", "transaction", "adHocSubProcess");
    private static final Set<String> BINDINGS = Set.of("", "latest", "deployment");
    private static final long MOST_INSTANCES = 100;

    private final String file;
    private final List<Element> elements;
    private final Map<String, Set<String>> callsElsewhere;
    private final Findings findings;
    private final Map<String, Element> byId = new HashMap<>();
    private final Map<String, Set<String>> next = new LinkedHashMap<>();

    /** @param callsElsewhere which processes those outside the file call */
    LoopRules(String file, List<Element> elements, Map<String, Set<String>> callsElsewhere, Findings findings) {
        this.file = file;
        this.callsElsewhere = callsElsewhere;
        this.elements = elements.stream()
                .filter(each -> ModelVocabulary.BPMN.equals(each.getNamespaceURI()))
                .toList();
        this.findings = findings;
    }

    void check() {
        elements.forEach(each -> byId.put(each.getAttribute("id"), each));
        elements.forEach(this::connect);
        round(next, id -> !isWaiting(byId.get(id)))
                .ifPresent(id ->
                        findings.add(file, ModelPlaces.of(byId.get(id)), "在一条转回自己的路上，路上没有要等人办或等时间的环节，会转个不停，请加上要等的环节"));
        elements.stream()
                .filter(each -> "multiInstanceLoopCharacteristics".equals(each.getLocalName()))
                .forEach(this::checkRepetition);
        checkCalls();
    }

    private void connect(Element element) {
        switch (element.getLocalName()) {
            case "sequenceFlow" -> connect(element.getAttribute("sourceRef"), element.getAttribute("targetRef"));
            case "boundaryEvent" -> connect(element.getAttribute("attachedToRef"), element.getAttribute("id"));
            case "linkEventDefinition" ->
                elements.stream()
                        .filter(each -> each != element && "linkEventDefinition".equals(each.getLocalName()))
                        .filter(each -> each.getAttribute("name").equals(element.getAttribute("name")))
                        .filter(each -> isOf("intermediateThrowEvent", element) && isOf("intermediateCatchEvent", each))
                        .forEach(each -> connect(holder(element), holder(each)));
            default -> {}
        }
    }

    private static boolean isOf(String event, Element definition) {
        return event.equals(definition.getParentNode().getLocalName());
    }

    private static String holder(Element definition) {
        return ((Element) definition.getParentNode()).getAttribute("id");
    }

    private void connect(String from, String to) {
        if (byId.containsKey(from) && byId.containsKey(to)) {
            next.computeIfAbsent(from, id -> new LinkedHashSet<>()).add(to);
        }
    }

    private boolean isWaiting(Element element) {
        var name = element.getLocalName();
        if (SCOPES.contains(name)) {
            return elements.stream().anyMatch(each -> isWithin(each, element) && isWaiting(each));
        }
        var isCatching = "intermediateCatchEvent".equals(name)
                && SafeXml.children(element, "linkEventDefinition").isEmpty();
        return WAITING.contains(name) || isCatching;
    }

    private static boolean isWithin(Element inner, Element outer) {
        for (var at = inner.getParentNode(); at != null; at = at.getParentNode()) {
            if (at == outer) {
                return true;
            }
        }
        return false;
    }

    /** A member of a round, going over members only; empty where there is none. */
    private static Optional<String> round(Map<String, Set<String>> next, Predicate<String> isMember) {
        // whoever leads to nobody any more is in no round; who is left when nothing changes is in one or leads to one
        var left = next.keySet().stream().filter(isMember).collect(Collectors.toCollection(LinkedHashSet::new));
        while (left.removeIf(id -> next.get(id).stream().noneMatch(left::contains))) {
            // until nothing changes
        }
        var at = left.stream().findFirst();
        var seen = new HashSet<String>();
        while (at.isPresent() && seen.add(at.get())) {
            at = next.get(at.get()).stream().filter(left::contains).findFirst();
        }
        return at;
    }

    private void checkRepetition(Element loop) {
        var times = 1L;
        var levels = 0;
        for (var at = loop.getParentNode(); at instanceof Element holder; at = at.getParentNode()) {
            for (var each : SafeXml.children(holder, "multiInstanceLoopCharacteristics")) {
                times = Math.min(times * mostTimes(each), 1_000_000_000L);
                levels++;
            }
        }
        if (levels > 1 && times > MOST_INSTANCES) {
            findings.add(file, ModelPlaces.of(loop), "套在别的多实例里，一共可能要做 " + times + " 次，最多 " + MOST_INSTANCES + " 次");
        }
    }

    /** The number written there; what only a matter tells is as much as the running engine lets pass. */
    private static long mostTimes(Element loop) {
        return SafeXml.children(loop, "loopCardinality").stream()
                .map(SafeXml::ownText)
                .filter(text -> text.matches("\\d{1,6}"))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(MOST_INSTANCES);
    }

    private void checkCalls() {
        var calls = elements.stream()
                .filter(each -> "callActivity".equals(each.getLocalName()))
                .toList();
        var here = elements.stream()
                .filter(each -> "process".equals(each.getLocalName()))
                .collect(Collectors.toMap(each -> each.getAttribute("id"), each -> each, (one, other) -> one));
        var called = new LinkedHashMap<String, Set<String>>();
        for (var call : calls) {
            var binding = call.getAttributeNS(ModelVocabulary.CAMUNDA, "calledElementBinding");
            var target = call.getAttribute("calledElement");
            if (!BINDINGS.contains(binding)) {
                findings.add(file, ModelPlaces.of(call), "的绑定方式请用 latest，现在是“" + binding + "”");
            } else if ("deployment".equals(binding) && !here.containsKey(target)) {
                findings.add(file, ModelPlaces.of(call), "的被调用流程“" + target + "”不在这个文件里，绑定方式请用 latest");
            }
            here.values().stream()
                    .filter(process -> isWithin(call, process))
                    .forEach(process -> called.computeIfAbsent(process.getAttribute("id"), id -> new LinkedHashSet<>())
                            .add(target));
        }
        callsElsewhere.forEach((process, targets) -> {
            if (!here.containsKey(process)) {
                called.put(process, targets);
            }
        });
        here.keySet().stream()
                .filter(id -> isReached(id, called))
                .findFirst()
                .ifPresent(id -> findings.add(
                        file,
                        ModelPlaces.of(here.get(id)),
                        (here.containsKey(backTo(id, called)) ? "" : "经过“" + backTo(id, called) + "”")
                                + "绕了一圈又调用自己，会没有尽头，请改用回到前面的连线"));
    }

    /** Whether a process is called, directly or not, by one it calls itself. */
    private static boolean isReached(String process, Map<String, Set<String>> called) {
        return reached(process, called).contains(process);
    }

    /** The process that closes the round; the process itself where it needs no other. */
    private static String backTo(String process, Map<String, Set<String>> called) {
        return reached(process, called).stream()
                .filter(each -> called.getOrDefault(each, Set.of()).contains(process))
                .findFirst()
                .orElse(process);
    }

    private static Set<String> reached(String process, Map<String, Set<String>> called) {
        var reached = new LinkedHashSet<>(called.getOrDefault(process, Set.of()));
        var size = 0;
        while (size < reached.size()) {
            size = reached.size();
            List.copyOf(reached).forEach(each -> reached.addAll(called.getOrDefault(each, Set.of())));
        }
        return reached;
    }
}
