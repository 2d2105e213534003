package org.qibu.engine.gate;

import java.util.Arrays;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What a BPMN model may contain. */
final class ModelRules {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Set<String> CODE =
            Set.of("script", "scriptTask", "connector", "formData", "formProperty", "field");
    private static final Set<String> CODE_ATTRIBUTES = Set.of(
            "class",
            "resource",
            "scriptFormat",
            "formKey",
            "type",
            "topic",
            "variableMappingClass",
            "variableMappingDelegateExpression",
            "caseRef");
    private static final int MOST_ELEMENTS = 5_000;

    private final ExpressionRules expressions;
    private final Set<String> groups;
    private final Set<String> forms;
    private final Findings findings;

    ModelRules(ExpressionRules expressions, Set<String> groups, Set<String> forms, Findings findings) {
        this.expressions = expressions;
        this.groups = groups;
        this.forms = forms;
        this.findings = findings;
    }

    void check(String file, Document model) {
        var elements = SafeXml.elements(model);
        if (elements.size() > MOST_ELEMENTS) {
            findings.add(file, "模型超过 " + MOST_ELEMENTS + " 个元素");
            return;
        }
        elements.forEach(element -> check(file, element));
    }

    private void check(String file, Element element) {
        var name = element.getLocalName();
        if (CODE.contains(name)) {
            findings.add(file, "不允许 " + name + "（模型里不能写程序）");
        }
        if ("process".equals(name)
                && element.getAttributeNS(CAMUNDA, "historyTimeToLive").isBlank()) {
            findings.add(file, "流程缺少历史保留时间 historyTimeToLive");
        }
        if ("userTask".equals(name)) {
            checkUserTask(file, element);
        }
        if ("documentation".equals(name)) {
            return;
        }
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            checkAttribute(file, element, (Attr) attributes.item(i));
        }
        checkExpression(file, SafeXml.ownText(element));
    }

    private void checkUserTask(String file, Element task) {
        var id = task.getAttribute("id");
        var form = task.getAttributeNS(CAMUNDA, "formRef");
        if (form.isBlank() || !forms.contains(form)) {
            findings.add(file, "任务 " + id + " 的表单“" + form + "”不在这次部署中");
        }
        if (!"deployment".equals(task.getAttributeNS(CAMUNDA, "formRefBinding"))) {
            findings.add(file, "任务 " + id + " 的 formRefBinding 要是 deployment");
        }
        var candidates = task.getAttributeNS(CAMUNDA, "candidateGroups");
        if (candidates.isBlank()) {
            findings.add(file, "任务 " + id + " 没有候选组");
        } else if (!candidates.contains("{")) {
            Arrays.stream(candidates.split(","))
                    .map(String::strip)
                    .filter(group -> !groups.contains(group))
                    .forEach(group -> findings.add(file, "任务 " + id + " 的候选组 " + group + " 不存在"));
        }
    }

    private void checkAttribute(String file, Element element, Attr attribute) {
        var name = attribute.getLocalName();
        var value = attribute.getValue();
        if (CAMUNDA.equals(attribute.getNamespaceURI()) && CODE_ATTRIBUTES.contains(name)) {
            findings.add(file, element.getLocalName() + " 不允许属性 " + name);
        } else if ("variables".equals(name) && "all".equals(value)) {
            findings.add(file, "不能把全部变量传给子流程，要逐个写明");
        } else if ("delegateExpression".equals(name)) {
            expressions.delegateObjection(value).ifPresent(why -> findings.add(file, why));
        } else if ("language".equals(name) || "expressionLanguage".equals(name)) {
            return;
        } else {
            checkExpression(file, value);
        }
    }

    private void checkExpression(String file, String text) {
        if (text.contains("${") || text.contains("#{")) {
            expressions.objection(text).ifPresent(why -> findings.add(file, why));
        }
    }
}
