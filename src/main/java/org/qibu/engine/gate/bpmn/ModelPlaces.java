package org.qibu.engine.gate.bpmn;

import java.util.Map;
import org.qibu.engine.gate.finding.Place;
import org.qibu.engine.gate.finding.SafeXml;
import org.w3c.dom.Element;

/** What an element of a model is called by whoever drew it. */
public final class ModelPlaces {

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("process", "流程"),
            Map.entry("userTask", "任务"),
            Map.entry("task", "任务"),
            Map.entry("manualTask", "人工任务"),
            Map.entry("serviceTask", "服务任务"),
            Map.entry("sendTask", "发送任务"),
            Map.entry("receiveTask", "接收任务"),
            Map.entry("scriptTask", "脚本任务"),
            Map.entry("businessRuleTask", "判定任务"),
            Map.entry("callActivity", "调用"),
            Map.entry("subProcess", "子流程"),
            Map.entry("adHocSubProcess", "特别子流程"),
            Map.entry("transaction", "事务"),
            Map.entry("exclusiveGateway", "网关"),
            Map.entry("inclusiveGateway", "包容网关"),
            Map.entry("parallelGateway", "并行网关"),
            Map.entry("eventBasedGateway", "事件网关"),
            Map.entry("complexGateway", "复杂网关"),
            Map.entry("startEvent", "开始事件"),
            Map.entry("endEvent", "结束事件"),
            Map.entry("intermediateCatchEvent", "事件"),
            Map.entry("intermediateThrowEvent", "事件"),
            Map.entry("boundaryEvent", "边界事件"),
            Map.entry("sequenceFlow", "连线"),
            Map.entry("messageFlow", "消息流"),
            Map.entry("message", "消息"),
            Map.entry("signal", "信号"),
            Map.entry("error", "错误"),
            Map.entry("escalation", "升级"),
            Map.entry("participant", "泳池"),
            Map.entry("lane", "泳道"),
            Map.entry("textAnnotation", "注释"),
            Map.entry("group", "分组"),
            Map.entry("dataObjectReference", "数据"),
            Map.entry("dataStoreReference", "数据"));

    private ModelPlaces() {}

    /** The nearest thing in the drawing an element belongs to; the whole drawing where there is none. */
    public static Place of(Element element) {
        for (Element at = element; at != null; at = at.getParentNode() instanceof Element parent ? parent : null) {
            if (ModelVocabulary.BPMN.equals(at.getNamespaceURI()) && KINDS.containsKey(at.getLocalName())) {
                return Place.of(kind(at), at.getAttribute("name"), at.getAttribute("id"));
            }
        }
        return Place.described("图");
    }

    private static String kind(Element element) {
        var isTimer = element.getLocalName().endsWith("Event")
                && !SafeXml.children(element, "timerEventDefinition").isEmpty();
        return isTimer ? "定时事件" : KINDS.get(element.getLocalName());
    }
}
