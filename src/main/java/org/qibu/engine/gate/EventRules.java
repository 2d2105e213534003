package org.qibu.engine.gate;

import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Whether somebody sends the messages and throws the signals a model waits for; it would wait for good otherwise. */
final class EventRules {

    private final Set<String> messages;
    private final Set<String> signals;
    private final Findings findings;

    /**
     * @param messages names of those the program sends
     * @param signals names of those some model throws
     */
    EventRules(Set<String> messages, Set<String> signals, Findings findings) {
        this.messages = messages;
        this.signals = signals;
        this.findings = findings;
    }

    void check(String file, Document model) {
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
            default -> {}
        }
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
