package org.qibu.engine.gate.bpmn;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.qibu.engine.gate.finding.Findings;
import org.qibu.engine.gate.finding.SafeXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Whether somebody sends the messages and throws the signals a model waits for; it would wait for good otherwise. Likewise an
 * error that nothing catches stops a matter, and so does a condition nobody can change while it is waited for.
 */
public final class EventRules {

    private final Set<String> messages;
    private final Set<String> signals;
    private final Set<String> called;
    private final Findings findings;

    /**
     * @param messages names of those the program sends
     * @param signals names of those some model throws
     * @param called ids of the processes another calls, which may catch an error
     */
    public EventRules(Set<String> messages, Set<String> signals, Set<String> called, Findings findings) {
        this.messages = messages;
        this.signals = signals;
        this.called = called;
        this.findings = findings;
    }

    public void check(String file, Document model) {
        SafeXml.elements(model).stream()
                .filter(each -> ModelVocabulary.BPMN.equals(each.getNamespaceURI()))
                .forEach(each -> check(file, each));
    }

    private void check(String file, Element element) {
        var holder = element.getParentNode().getLocalName();
        var isCaught = holder != null
                && Set.of("startEvent", "intermediateCatchEvent", "boundaryEvent")
                        .contains(holder);
        switch (element.getLocalName()) {
            case "receiveTask" -> message(file, element);
            case "messageEventDefinition" -> {
                if (isCaught) {
                    message(file, element);
                }
            }
            case "signalEventDefinition" -> {
                if (isCaught) {
                    nameOf(element, "signalRef")
                            .filter(name -> !signals.contains(name))
                            .ifPresent(name -> findings.add(
                                    file, ModelPlaces.of(element), "等的信号“" + name + "”没有流程发出，会一直等下去，请改用定时或由人办理"));
                }
            }
            case "errorEventDefinition" -> {
                if ("endEvent".equals(holder) && !isCaught(element)) {
                    findings.add(file, ModelPlaces.of(element), "抛出的错误没有事件接住，事项会停在这里，请在外层画接住它的错误事件，或改成普通的结束");
                }
            }
            case "cancelEventDefinition" -> {
                if ("endEvent".equals(holder) && !isCancelCaught((Element) element.getParentNode())) {
                    findings.add(file, ModelPlaces.of(element), "取消了事务，事务边上却没有取消事件接住，请画上");
                }
            }
            case "conditionalEventDefinition" -> {
                if ("intermediateCatchEvent".equals(holder) && !isAnythingBeside(element)) {
                    findings.add(file, ModelPlaces.of(element), "等的条件在等的时候没有人会改变，会一直等下去，请改用网关和条件");
                }
            }
            default -> {}
        }
    }

    /** Whether an error is caught in a scope around the event that throws it, or may be by whoever calls the process. */
    private boolean isCaught(Element thrown) {
        var from = thrown.getParentNode();
        for (var at = from.getParentNode(); at instanceof Element scope; from = at, at = at.getParentNode()) {
            var inside = from;
            var isCaughtWithin = SafeXml.children(scope, "subProcess").stream()
                    .filter(each -> each != inside && "true".equals(each.getAttribute("triggeredByEvent")))
                    .flatMap(each -> SafeXml.children(each, "startEvent").stream())
                    .anyMatch(start -> catches(start, thrown));
            if (isCaughtWithin || attachedTo(scope).anyMatch(event -> catches(event, thrown))) {
                return true;
            }
            if ("process".equals(scope.getLocalName())) {
                return called.contains(scope.getAttribute("id"));
            }
        }
        return false;
    }

    private static boolean catches(Element event, Element thrown) {
        return SafeXml.children(event, "errorEventDefinition").stream()
                .anyMatch(each ->
                        each.getAttribute("errorRef").isBlank() || code(each).equals(code(thrown)));
    }

    private static String code(Element definition) {
        var id = definition.getAttribute("errorRef").replaceFirst("^[^:]*:", "");
        return SafeXml.elements(definition.getOwnerDocument()).stream()
                .filter(each -> id.equals(each.getAttribute("id")))
                .map(each -> each.getAttribute("errorCode"))
                .findFirst()
                .orElse(id);
    }

    private static Stream<Element> attachedTo(Element scope) {
        var id = scope.getAttribute("id");
        return SafeXml.elements(scope.getOwnerDocument()).stream()
                .filter(each -> "boundaryEvent".equals(each.getLocalName()))
                .filter(each -> !id.isBlank() && id.equals(each.getAttribute("attachedToRef")));
    }

    private static boolean isCancelCaught(Element end) {
        return attachedTo((Element) end.getParentNode())
                .anyMatch(event ->
                        !SafeXml.children(event, "cancelEventDefinition").isEmpty());
    }

    /** Whether a process does anything while it waits, so that a value can change. */
    private static boolean isAnythingBeside(Element waiting) {
        return SafeXml.elements(waiting.getOwnerDocument()).stream()
                .anyMatch(each -> Set.of("parallelGateway", "inclusiveGateway", "eventBasedGateway")
                                .contains(each.getLocalName())
                        || "true".equals(each.getAttribute("triggeredByEvent"))
                        || "false".equals(each.getAttribute("cancelActivity")));
    }

    private void message(String file, Element element) {
        nameOf(element, "messageRef")
                .filter(name -> !messages.contains(name))
                .ifPresent(name -> findings.add(
                        file,
                        ModelPlaces.of(element),
                        "等的消息“" + name + "”没有人会发出，会一直等下去，可用的有 " + String.join("、", messages)));
    }

    /** What the message or signal is called to which an element refers. */
    static Optional<String> nameOf(Element element, String reference) {
        var id = element.getAttribute(reference).replaceFirst("^[^:]*:", "");
        return SafeXml.elements(element.getOwnerDocument()).stream()
                .filter(each -> id.equals(each.getAttribute("id")))
                .map(each -> each.getAttribute("name"))
                .filter(name -> !name.isBlank())
                .findFirst();
    }
}
