package org.qibu.engine.gate.bpmn;

import java.util.List;
import java.util.Set;
import org.qibu.engine.gate.finding.Findings;
import org.qibu.engine.gate.finding.SafeXml;
import org.w3c.dom.Element;

/**
 * How a process comes to the matter it works on: by the form with which a matter is raised, filled by groups that are named,
 * or from the process that calls it. Its tasks could be done by nobody otherwise.
 */
final class StartRules {

    private static final String BUSINESS_KEY = "execution.processBusinessKey";
    /** What starts a process by itself, without anybody raising a matter. */
    private static final Set<String> BY_ITSELF = Set.of(
            "timerEventDefinition",
            "messageEventDefinition",
            "signalEventDefinition",
            "conditionalEventDefinition",
            "errorEventDefinition",
            "escalationEventDefinition",
            "compensateEventDefinition");

    private final String file;
    private final Set<String> startForms;
    private final Findings findings;

    /** @param startForms ids of the forms with which a matter can be raised */
    StartRules(String file, Set<String> startForms, Findings findings) {
        this.file = file;
        this.startForms = startForms;
        this.findings = findings;
    }

    void check(List<Element> elements) {
        elements.stream().filter(each -> isBpmn(each, "process")).forEach(this::checkStart);
        elements.stream().filter(each -> isBpmn(each, "callActivity")).forEach(this::checkCall);
        elements.stream().filter(each -> isBpmn(each, "subProcess")).forEach(this::checkInner);
    }

    private static boolean isBpmn(Element element, String name) {
        return name.equals(element.getLocalName()) && ModelVocabulary.BPMN.equals(element.getNamespaceURI());
    }

    private void checkStart(Element process) {
        var starts = SafeXml.children(process, "startEvent");
        starts.stream()
                .filter(StartRules::isByItself)
                .forEach(start -> tell(start, "由事件触发时没有事项可办，请改为普通的开始事件，由人登记或由别的流程调用"));
        var forms = starts.stream()
                .map(StartRules::form)
                .filter(id -> !id.isBlank())
                .toList();
        var groups = process.getAttributeNS(ModelVocabulary.CAMUNDA, "candidateStarterGroups");
        var form = startForms.stream().findFirst().orElse("");
        starts.stream()
                .filter(start -> !form(start).isBlank() && !startForms.contains(form(start)))
                .forEach(start -> tell(start, "的表单“" + form(start) + "”登记不了事项，请用 " + form));
        if (!groups.isBlank() && forms.isEmpty()) {
            tell(process, "写了由哪些组发起，开始事件却没有登记表单，请在开始事件的“Forms”里选 Camunda Forms 并写 " + form);
        } else if (groups.isBlank() && !forms.isEmpty()) {
            tell(process, "有登记表单，却没有写由哪些组发起（Candidate starter groups），没有人能登记");
        }
    }

    private static String form(Element start) {
        return start.getAttributeNS(ModelVocabulary.CAMUNDA, "formRef");
    }

    private static boolean isByItself(Element start) {
        return SafeXml.allChildren(start).stream().anyMatch(each -> BY_ITSELF.contains(each.getLocalName()));
    }

    private void checkInner(Element subProcess) {
        SafeXml.children(subProcess, "startEvent").stream()
                .filter(start -> !form(start).isBlank())
                .forEach(start -> tell(start, "在子流程里，登记表单不会出现，请清空表单"));
    }

    /** Only under the number of its matter can the tasks of a called process be done. */
    private void checkCall(Element call) {
        var key = SafeXml.children(call, "extensionElements").stream()
                .flatMap(each -> SafeXml.children(each, "in").stream())
                .map(each -> each.getAttribute("businessKey"))
                .filter(each -> !each.isBlank())
                .findFirst()
                .orElse("");
        if (!key.replaceAll("\\s", "").matches("[#$]\\{" + BUSINESS_KEY.replace(".", "\\.") + "}")) {
            tell(
                    call,
                    (key.isEmpty() ? "没有把事项编号传过去" : "传过去的事项编号“" + ValueRules.shown(key) + "”不对")
                            + "，请在“In mappings”里选 Business key 并写 #{" + BUSINESS_KEY + "}");
        }
    }

    private void tell(Element element, String words) {
        findings.add(file, ModelPlaces.of(element), words);
    }
}
