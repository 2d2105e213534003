package org.qibu.engine.gate.bpmn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qibu.engine.gate.finding.Findings;
import org.qibu.engine.gate.finding.SafeXml;
import org.w3c.dom.Element;

/** Whether a drawing hangs together so that it runs: ids, flows, gateways, starts, and what has to be there by reference. */
public final class StructureRules {

    private static final Map<String, String> REFERENCES = Map.of(
            "sourceRef", "的起点",
            "targetRef", "的终点",
            "attachedToRef", "所附的任务",
            "messageRef", "的消息",
            "signalRef", "的信号",
            "errorRef", "的错误",
            "escalationRef", "的升级",
            "activityRef", "要补偿的任务",
            "default", "的默认出线");
    private static final Set<String> IMPLEMENTATIONS = Set.of("delegateExpression", "expression", "decisionRef");
    private static final Set<String> IMPLEMENTED = Set.of("serviceTask", "sendTask", "businessRuleTask");

    public static final int LONGEST_ID = 100;
    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_TAG = 64;
    private static final int LONGEST_TEXT = 4_000;

    private final String file;
    private final List<Element> elements;
    private final Findings findings;
    private final Map<String, Element> byId = new HashMap<>();

    StructureRules(String file, List<Element> elements, Findings findings) {
        this.file = file;
        this.elements = elements;
        this.findings = findings;
    }

    void check() {
        elements.forEach(this::checkId);
        elements.stream().filter(StructureRules::isBpmn).forEach(this::checkLength);
        elements.stream().filter(StructureRules::isBpmn).forEach(this::checkReferences);
        elements.forEach(this::checkImplementation);
        elements.forEach(this::checkGateway);
        elements.forEach(this::checkLoop);
        elements.forEach(this::checkLink);
        elements.stream().filter(StructureRules::isBpmn).forEach(this::checkDeclared);
        checkProcesses();
    }

    private static boolean isBpmn(Element element) {
        return ModelVocabulary.BPMN.equals(element.getNamespaceURI());
    }

    private void checkId(Element element) {
        var id = element.getAttribute("id");
        if (id.isEmpty()) {
            return;
        }
        if (byId.putIfAbsent(id, element) != null && isBpmn(element)) {
            findings.add(file, "编号 " + id + " 用了两次");
        } else if (Character.isDigit(id.charAt(0))) {
            findings.add(file, ModelPlaces.of(element), "的编号 " + id + " 不能以数字开头");
        } else if (!id.matches("[\\p{L}_][\\p{L}\\p{M}\\p{N}_.\\-·]*")) {
            findings.add(file, ModelPlaces.of(element), "的编号“" + id + "”只能用字母、数字、下划线、点和短横");
        }
    }

    /** What is longer the engine cannot store, and finds out in somebody's matter. */
    private void checkLength(Element element) {
        if (element.getAttribute("id").length() > LONGEST_ID) {
            findings.add(file, ModelPlaces.of(element), "的编号太长，最多 " + LONGEST_ID + " 个字符");
        }
        if (element.getAttribute("name").length() > LONGEST_NAME) {
            findings.add(file, ModelPlaces.of(element), "的名称太长，最多 " + LONGEST_NAME + " 个字");
        }
        if (element.getAttributeNS(ModelVocabulary.CAMUNDA, "versionTag").length() > LONGEST_TAG) {
            findings.add(file, ModelPlaces.of(element), "的版本标签（Version tag）太长，最多 " + LONGEST_TAG + " 个字符");
        }
        if ("documentation".equals(element.getLocalName())
                && SafeXml.ownText(element).length() > LONGEST_TEXT) {
            findings.add(file, ModelPlaces.of(element), "的说明太长，最多 " + LONGEST_TEXT + " 个字");
        }
    }

    private void checkReferences(Element element) {
        var isFlow = !Set.of("association", "messageFlow").contains(element.getLocalName());
        REFERENCES.forEach((attribute, words) -> {
            var target = element.getAttribute(attribute);
            var isMissing = !byId.containsKey(target.replaceFirst("^[^:]*:", ""));
            if (isFlow && element.hasAttribute(attribute) && isMissing) {
                findings.add(file, ModelPlaces.of(element), words + "“" + target + "”在图里找不到");
            }
        });
    }

    private void checkImplementation(Element element) {
        var isMissing =
                IMPLEMENTATIONS.stream().noneMatch(name -> element.hasAttributeNS(ModelVocabulary.CAMUNDA, name));
        if (IMPLEMENTED.contains(element.getLocalName()) && isBpmn(element) && isMissing) {
            findings.add(
                    file,
                    ModelPlaces.of(element),
                    "businessRuleTask".equals(element.getLocalName()) ? "没有写用哪张判定表" : "没有写由哪个组件执行");
        }
        var sends = Set.of("intermediateThrowEvent", "endEvent")
                .contains(String.valueOf(element.getParentNode().getLocalName()));
        if ("messageEventDefinition".equals(element.getLocalName()) && sends && isMissing) {
            findings.add(file, ModelPlaces.of(element), "没有写由哪个组件发出消息，不会有人收到");
        }
        if ("receiveTask".equals(element.getLocalName())
                && element.getAttribute("messageRef").isBlank()) {
            findings.add(file, ModelPlaces.of(element), "没有写等哪个消息，会一直等下去");
        }
        var isCall = "callActivity".equals(element.getLocalName()) && isBpmn(element);
        if (isCall && element.getAttribute("calledElement").isBlank()) {
            findings.add(file, ModelPlaces.of(element), "没有写调用哪个流程");
        }
    }

    /** What has to be written in an event or a scope, without which the engine cannot tell it from another. */
    private void checkDeclared(Element element) {
        var name = element.getLocalName();
        if (Set.of("message", "signal").contains(name)
                && element.getAttribute("name").isBlank()) {
            findings.add(file, ModelPlaces.of(element), "没有名称，请写上");
        } else if ("error".equals(name) && element.getAttribute("errorCode").isBlank()) {
            findings.add(file, ModelPlaces.of(element), "没有错误代码（Code），请写上");
        } else if ("escalation".equals(name)
                && element.getAttribute("escalationCode").isBlank()) {
            findings.add(file, ModelPlaces.of(element), "没有升级代码（Code），请写上");
        } else if (Set.of("subProcess", "transaction").contains(name)
                && SafeXml.children(element, "startEvent").isEmpty()) {
            findings.add(file, ModelPlaces.of(element), "里没有开始事件，请画上从哪里开始");
        } else if ("compensateEventDefinition".equals(name)
                && "boundaryEvent".equals(element.getParentNode().getLocalName())) {
            var id = ((Element) element.getParentNode()).getAttribute("id");
            var isLinked = elements.stream()
                    .anyMatch(each ->
                            "association".equals(each.getLocalName()) && id.equals(each.getAttribute("sourceRef")));
            if (!isLinked) {
                findings.add(file, ModelPlaces.of(element), "没有连到用来补偿的任务");
            }
        }
    }

    private void checkGateway(Element gateway) {
        if (!"exclusiveGateway".equals(gateway.getLocalName()) || !isBpmn(gateway)) {
            return;
        }
        var id = gateway.getAttribute("id");
        var out = elements.stream()
                .filter(each -> "sequenceFlow".equals(each.getLocalName()))
                .filter(each -> id.equals(each.getAttribute("sourceRef")))
                .toList();
        var fallback = gateway.getAttribute("default");
        var free = out.stream()
                .filter(flow -> SafeXml.children(flow, "conditionExpression").isEmpty())
                .filter(flow -> !fallback.equals(flow.getAttribute("id")))
                .toList();
        if (out.size() < 2) {
            return;
        }
        if (free.size() == out.size()) {
            findings.add(file, ModelPlaces.of(gateway), "的" + counted(out.size()) + "条出线都没有条件");
        } else if (free.size() > (fallback.isEmpty() ? 1 : 0)) {
            findings.add(file, ModelPlaces.of(gateway), "有出线没有条件，请写条件或设为默认出线");
        }
        out.stream()
                .filter(flow -> fallback.equals(flow.getAttribute("id")))
                .filter(flow -> !SafeXml.children(flow, "conditionExpression").isEmpty())
                .forEach(flow -> findings.add(file, ModelPlaces.of(gateway), "的默认出线不能带条件"));
    }

    private static String counted(int number) {
        return number == 2 ? "两" : " " + number + " ";
    }

    private void checkLoop(Element loop) {
        if (!"multiInstanceLoopCharacteristics".equals(loop.getLocalName())) {
            return;
        }
        var isBounded = loop.hasAttributeNS(ModelVocabulary.CAMUNDA, "collection")
                || !SafeXml.children(loop, "loopCardinality").isEmpty()
                || !SafeXml.children(loop, "loopDataInputRef").isEmpty();
        if (!isBounded) {
            findings.add(file, ModelPlaces.of(loop), "的多实例没有写次数，也没有写对哪些值各做一次");
        }
    }

    private void checkLink(Element link) {
        var isThrown = "linkEventDefinition".equals(link.getLocalName())
                && "intermediateThrowEvent".equals(link.getParentNode().getLocalName());
        var isCaught = elements.stream()
                .filter(each -> "linkEventDefinition".equals(each.getLocalName()))
                .filter(each ->
                        "intermediateCatchEvent".equals(each.getParentNode().getLocalName()))
                .anyMatch(each -> each.getAttribute("name").equals(link.getAttribute("name")));
        if (isThrown && !isCaught) {
            findings.add(file, ModelPlaces.of(link), "的链接“" + link.getAttribute("name") + "”没有同名的接收事件");
        }
    }

    private void checkProcesses() {
        var processes = elements.stream()
                .filter(each -> "process".equals(each.getLocalName()) && isBpmn(each))
                .toList();
        var executable = processes.stream()
                .filter(each -> "true".equals(each.getAttribute("isExecutable")))
                .toList();
        if (processes.isEmpty()) {
            findings.add(file, "图里没有流程，不会部署");
        } else if (executable.isEmpty()) {
            processes.forEach(each -> findings.add(file, ModelPlaces.of(each), "没有勾选“可执行”（Executable），不会部署"));
        }
        executable.forEach(this::checkRuns);
    }

    private void checkRuns(Element process) {
        var place = ModelPlaces.of(process);
        if (!process.hasAttributeNS(ModelVocabulary.CAMUNDA, "historyTimeToLive")) {
            findings.add(file, place, "没有写历史保留时间（historyTimeToLive），请写 P3650D 这样");
        }
        if (process.getAttribute("id").isBlank()) {
            findings.add(file, place, "没有编号（id）");
        }
        var starts = SafeXml.children(process, "startEvent");
        if (starts.isEmpty()) {
            findings.add(file, place, "没有开始事件，不会运行");
        } else if (starts.stream().noneMatch(this::leadsOn)) {
            findings.add(file, place, "的开始事件后面什么也没有，不会运行");
        }
    }

    private boolean leadsOn(Element start) {
        return elements.stream()
                .filter(each -> "sequenceFlow".equals(each.getLocalName()))
                .anyMatch(each -> each.getAttribute("sourceRef").equals(start.getAttribute("id")));
    }
}
