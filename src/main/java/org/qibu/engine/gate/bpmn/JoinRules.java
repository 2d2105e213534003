package org.qibu.engine.gate.bpmn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.qibu.engine.gate.finding.Findings;
import org.qibu.engine.gate.finding.SafeXml;
import org.w3c.dom.Element;

/**
 * Whether a parallel gateway that joins ways is reached by all of them, whichever ways a matter takes. One that is not waits for
 * good without anybody being told: the engine sees nothing wrong in it.
 */
final class JoinRules {

    private static final Set<String> ONE_OF = Set.of("exclusiveGateway", "eventBasedGateway");
    private static final int MOST_PLACES = 20_000;
    private static final int MOST_CHOSEN = 6;

    private final String file;
    private final List<Element> elements;
    private final Findings findings;
    private final Map<String, Element> byId = new HashMap<>();
    private final Map<String, List<Element>> out = new HashMap<>();
    private final Map<String, List<Element>> in = new HashMap<>();

    JoinRules(String file, List<Element> elements, Findings findings) {
        this.file = file;
        this.elements = elements.stream()
                .filter(each -> ModelVocabulary.BPMN.equals(each.getNamespaceURI()))
                .toList();
        this.findings = findings;
    }

    void check() {
        elements.forEach(each -> byId.put(each.getAttribute("id"), each));
        elements.stream()
                .filter(each -> "sequenceFlow".equals(each.getLocalName()))
                .forEach(flow -> {
                    out.computeIfAbsent(flow.getAttribute("sourceRef"), id -> new ArrayList<>())
                            .add(flow);
                    in.computeIfAbsent(flow.getAttribute("targetRef"), id -> new ArrayList<>())
                            .add(flow);
                });
        var isWhole = elements.stream()
                .filter(each -> "sequenceFlow".equals(each.getLocalName()))
                .allMatch(flow -> byId.containsKey(flow.getAttribute("sourceRef"))
                        && byId.containsKey(flow.getAttribute("targetRef"))
                        && byId.get(flow.getAttribute("id")) == flow);
        if (!isWhole) {
            return;
        }
        elements.stream()
                .filter(this::isJoin)
                .map(Element::getParentNode)
                .distinct()
                .forEach(scope -> check((Element) scope));
    }

    private boolean isJoin(Element element) {
        return "parallelGateway".equals(element.getLocalName())
                && in.getOrDefault(element.getAttribute("id"), List.of()).size() > 1;
    }

    private void check(Element scope) {
        var starts = SafeXml.children(scope, "startEvent");
        var isForked = SafeXml.children(scope, "boundaryEvent").stream().anyMatch(JoinRules::isBeside);
        if (starts.size() == 1 && !isForked) {
            stuck(starts.get(0))
                    .ifPresent(join -> findings.add(
                            file,
                            ModelPlaces.of(join),
                            "要等 " + in.get(join.getAttribute("id")).size()
                                    + " 条路都走到，可是有的走法到不了，事项会一直停在这里；只走其中一条的请用排他网关合并，走几条的请用包容网关"));
        }
    }

    /** Whether an event starts something beside what it is attached to, as often as it likes. */
    private static boolean isBeside(Element event) {
        return "false".equals(event.getAttribute("cancelActivity"));
    }

    /** A join some course waits at for good; empty where there is none, or where it cannot be told. */
    private Optional<Element> stuck(Element start) {
        var seen = new HashSet<Set<String>>();
        var open = new ArrayDeque<Set<String>>();
        for (var next : after(start)) {
            open.add(new TreeSet<>(next));
        }
        Optional<Element> found = Optional.empty();
        while (!open.isEmpty()) {
            var at = open.poll();
            if (!seen.add(at)) {
                continue;
            }
            if (seen.size() > MOST_PLACES) {
                return Optional.empty();
            }
            var isOn = step(at, open);
            if (isOn.isEmpty()) {
                return Optional.empty();
            }
            if (!isOn.get() && found.isEmpty()) {
                found = at.stream().map(this::target).filter(this::isJoin).findFirst();
            }
        }
        return found;
    }

    /** Goes on from where a matter is; empty where one way is walked twice at once, which is not followed. */
    private Optional<Boolean> step(Set<String> at, ArrayDeque<Set<String>> open) {
        for (var flow : at) {
            var target = target(flow);
            if (!isJoin(target) && !"inclusiveGateway".equals(target.getLocalName())) {
                return move(at, Set.of(flow), target, open);
            }
        }
        for (var flow : at) {
            var arriving = flows(target(flow));
            if (isJoin(target(flow)) && at.containsAll(arriving)) {
                return move(at, arriving, target(flow), open);
            }
        }
        for (var flow : at) {
            if (!isJoin(target(flow))) {
                var arrived = flows(target(flow));
                arrived.retainAll(at);
                return move(at, arrived, target(flow), open);
            }
        }
        return Optional.of(at.isEmpty());
    }

    private Optional<Boolean> move(Set<String> at, Set<String> taken, Element target, ArrayDeque<Set<String>> open) {
        if (endsAll(target)) {
            return Optional.of(true);
        }
        for (var next : after(target)) {
            var then = new TreeSet<>(at);
            then.removeAll(taken);
            for (var flow : next) {
                if (!then.add(flow)) {
                    return Optional.empty();
                }
            }
            open.add(then);
        }
        return Optional.of(true);
    }

    private static boolean endsAll(Element node) {
        return "endEvent".equals(node.getLocalName())
                && Set.of("terminateEventDefinition", "errorEventDefinition", "cancelEventDefinition").stream()
                        .anyMatch(each -> !SafeXml.children(node, each).isEmpty());
    }

    private Set<String> flows(Element target) {
        var flows = new TreeSet<String>();
        in.getOrDefault(target.getAttribute("id"), List.of()).forEach(flow -> flows.add(flow.getAttribute("id")));
        return flows;
    }

    private Element target(String flow) {
        return byId.get(byId.get(flow).getAttribute("targetRef"));
    }

    /** The flows that can be taken from a node, each way of choosing them by itself. */
    private List<Set<String>> after(Element node) {
        var ways = new ArrayList<Set<String>>();
        if (isThrownLink(node)) {
            caughtLinks(node).forEach(caught -> ways.addAll(after(caught)));
            return ways;
        }
        var flows = out.getOrDefault(node.getAttribute("id"), List.of());
        var free = new TreeSet<String>();
        var chosen = new ArrayList<String>();
        var isInclusive = "inclusiveGateway".equals(node.getLocalName());
        for (var flow : flows) {
            var isConditional = isInclusive
                    || !SafeXml.children(flow, "conditionExpression").isEmpty();
            var isDefault = node.getAttribute("default").equals(flow.getAttribute("id"));
            if (ONE_OF.contains(node.getLocalName()) || isDefault) {
                ways.add(Set.of(flow.getAttribute("id")));
            } else if (isConditional && !"parallelGateway".equals(node.getLocalName())) {
                chosen.add(flow.getAttribute("id"));
            } else {
                free.add(flow.getAttribute("id"));
            }
        }
        if (!ONE_OF.contains(node.getLocalName())) {
            choices(free, chosen, ways);
        }
        elements.stream()
                .filter(each -> "boundaryEvent".equals(each.getLocalName()))
                .filter(each -> each.getAttribute("attachedToRef").equals(node.getAttribute("id")))
                .filter(each ->
                        SafeXml.children(each, "compensateEventDefinition").isEmpty())
                .forEach(event -> ways.addAll(after(event)));
        return ways;
    }

    private static void choices(Set<String> free, List<String> chosen, List<Set<String>> ways) {
        var count = Math.min(chosen.size(), MOST_CHOSEN);
        for (int pick = 0; pick < 1 << count; pick++) {
            var way = new TreeSet<>(free);
            for (int i = 0; i < count; i++) {
                if ((pick & 1 << i) != 0) {
                    way.add(chosen.get(i));
                }
            }
            if (!way.isEmpty() || chosen.isEmpty() && ways.isEmpty()) {
                ways.add(way);
            }
        }
    }

    private static boolean isThrownLink(Element node) {
        return "intermediateThrowEvent".equals(node.getLocalName())
                && !SafeXml.children(node, "linkEventDefinition").isEmpty();
    }

    private List<Element> caughtLinks(Element thrown) {
        var name = SafeXml.children(thrown, "linkEventDefinition").get(0).getAttribute("name");
        return elements.stream()
                .filter(each -> "intermediateCatchEvent".equals(each.getLocalName()))
                .filter(each -> each.getParentNode() == thrown.getParentNode())
                .filter(each -> SafeXml.children(each, "linkEventDefinition").stream()
                        .anyMatch(link -> link.getAttribute("name").equals(name)))
                .toList();
    }
}
