package org.qibu.engine.gate.dmn;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.qibu.engine.feel.SafeFeel;
import org.qibu.engine.gate.bpmn.StructureRules;
import org.qibu.engine.gate.bpmn.TimeBounds;
import org.qibu.engine.gate.bpmn.ValueRules;
import org.qibu.engine.gate.finding.Findings;
import org.qibu.engine.gate.finding.Place;
import org.qibu.engine.gate.finding.SafeXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What a file of decision tables may contain: tables and literal expressions in FEEL with a time-to-live, drawn in a version
 * of DMN the engine reads. Every cell is read by the engine that will evaluate it.
 */
public final class TableRules {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
    private static final Set<String> VERSIONS = Set.of(
            "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
            "http://www.omg.org/spec/DMN/20151101/dmn11.xsd",
            "http://www.omg.org/spec/DMN/20180521/MODEL/",
            "https://www.omg.org/spec/DMN/20191111/MODEL/",
            "https://www.omg.org/spec/DMN/20191111/DMN13.xsd",
            "https://www.omg.org/spec/DMN/20211108/MODEL/",
            "https://www.omg.org/spec/DMN/20230324/MODEL/");
    private static final Set<String> FEEL = Set.of(
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN12,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN13,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN14,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN15);
    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "decision",
            "decisionTable",
            "input",
            "inputExpression",
            "inputValues",
            "output",
            "outputValues",
            "rule",
            "inputEntry",
            "outputEntry",
            "text",
            "description",
            "question",
            "allowedAnswers",
            "variable",
            "literalExpression",
            "informationRequirement",
            "requiredInput",
            "requiredDecision",
            "authorityRequirement",
            "requiredAuthority",
            "knowledgeSource",
            "inputData",
            "annotation",
            "annotationEntry",
            "textAnnotation",
            "association",
            "sourceRef",
            "targetRef",
            "extensionElements");
    private static final Map<String, String> CALLED = Map.of(
            "invocation", "调用",
            "context", "上下文",
            "functionDefinition", "函数定义",
            "relation", "关系",
            "list", "列表",
            "businessKnowledgeModel", "业务知识模型",
            "defaultOutputEntry", "默认输出（请在最后加一行）",
            "import", "导入");
    private static final Set<String> OF_CAMUNDA =
            Set.of("historyTimeToLive", "versionTag", "inputVariable", "diagramRelationId");
    private static final Set<String> UNEVALUATED_SPACES = Set.of(
            "http://www.w3.org/2001/XMLSchema-instance",
            "http://www.w3.org/2000/xmlns/",
            "http://www.w3.org/XML/1998/namespace",
            "http://camunda.org/schema/modeler/1.0",
            "http://bpmn.io/schema/dmn/biodi/1.0",
            "http://bpmn.io/schema/dmn/biodi/2.0");
    /** Attributes the engine does not read a file without. */
    private static final Map<String, List<String>> NEEDED = Map.of(
            "definitions", List.of("id", "name", "namespace"),
            "decision", List.of("name"),
            "rule", List.of("id"),
            "variable", List.of("name"));

    private static final int MOST_ELEMENTS = 20_000;

    private final SafeFeel feel;
    private final Findings findings;

    public TableRules(SafeFeel feel, Findings findings) {
        this.feel = feel;
        this.findings = findings;
    }

    /** Checks a file that is to be put in force. */
    public void check(String file, Document tables) {
        check(file, tables, false);
    }

    /**
     * Checks a file.
     *
     * @param isStanding whether it is in force already, byte for byte: rows that a newer program asks for are not demanded of it
     */
    public void check(String file, Document tables, boolean isStanding) {
        var elements = SafeXml.elements(tables);
        if (elements.size() > MOST_ELEMENTS) {
            findings.add(file, "判定表超过 " + MOST_ELEMENTS + " 个元素，请拆成几个文件");
            return;
        }
        if (!isReadableVersion(file, tables.getDocumentElement())) {
            return;
        }
        elements.stream().filter(element -> !isDrawing(element)).forEach(element -> check(file, element));
        DecisionGraph.check(file, tables, findings);
        var decisions = elements.stream()
                .filter(each -> "decision".equals(each.getLocalName()))
                .toList();
        if (decisions.isEmpty()) {
            findings.add(file, "文件里没有判定表");
        }
        decisions.forEach(
                decision -> new DecisionRules(feel, findings, file, decisions.size() > 1, isStanding).check(decision));
    }

    private boolean isReadableVersion(String file, Element root) {
        if ("Camunda Cloud".equals(root.getAttributeNS("http://camunda.org/schema/modeler/1.0", "executionPlatform"))) {
            findings.add(file, "这是 Camunda 8 的判定表，请在 Modeler 里另建 Camunda 7 的判定表");
        } else if (!"definitions".equals(root.getLocalName())) {
            findings.add(file, "这不是 DMN 判定表");
        } else if (!isOfDmn(root)) {
            findings.add(
                    file,
                    "DMN 的版本 " + (root.getNamespaceURI() == null ? "（没有写）" : root.getNamespaceURI())
                            + " 读不了，请用 Camunda Modeler 另存为 DMN 1.3");
        } else {
            return true;
        }
        return false;
    }

    private static boolean isOfDmn(Element element) {
        return VERSIONS.contains(String.valueOf(element.getNamespaceURI()));
    }

    /** Shapes and lines: places and sizes, never evaluated. */
    private static boolean isDrawing(Element element) {
        var space = element.getNamespaceURI();
        return space != null
                && space.startsWith("http")
                && (space.contains("/DMNDI")
                        || space.endsWith("/DI/")
                        || space.endsWith("/DC/")
                        || space.contains("/biodi/"));
    }

    private void check(String file, Element element) {
        var name = element.getLocalName();
        var place = DecisionRules.placeOf(element);
        if (!isOfDmn(element) || !ELEMENTS.contains(name)) {
            findings.add(file, place, "不允许" + CALLED.getOrDefault(name, " " + element.getNodeName()) + "，请删去");
        }
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            var space = attribute.getNamespaceURI();
            var isPlain = space == null || UNEVALUATED_SPACES.contains(space);
            if (!isPlain && !(CAMUNDA.equals(space) && OF_CAMUNDA.contains(attribute.getLocalName()))) {
                findings.add(file, place, "不允许属性 " + attribute.getNodeName() + "，请删去");
            }
        }
        checkLanguage(file, element, place);
        checkNames(file, element, place);
        if ("decision".equals(name)) {
            TimeBounds.timeToLive(element.getAttributeNS(CAMUNDA, "historyTimeToLive"))
                    .ifPresent(why -> findings.add(file, place, "的历史保留时间（historyTimeToLive）" + why));
        }
    }

    /** What the engine wants named, and can store. */
    private void checkNames(String file, Element element, Place place) {
        var id = element.getAttribute("id");
        if (!id.isEmpty() && !id.matches("[\\p{L}_][\\p{L}\\p{M}\\p{N}_.\\-·]{0,99}")) {
            findings.add(
                    file,
                    place,
                    "里的编号“" + ValueRules.shown(id) + "”要以字母开头，只能用字母、数字、下划线、点和短横，最多 " + StructureRules.LONGEST_ID
                            + " 个字符");
        }
        if (element.getAttribute("name").length() > StructureRules.LONGEST_NAME) {
            findings.add(file, place, "的名称太长，最多 " + StructureRules.LONGEST_NAME + " 个字");
        }
        if (element.getAttributeNS(CAMUNDA, "versionTag").length() > StructureRules.LONGEST_TAG) {
            findings.add(file, place, "的版本标签太长，最多 " + StructureRules.LONGEST_TAG + " 个字符");
        }
        NEEDED.getOrDefault(element.getLocalName(), List.of()).stream()
                .filter(attribute -> element.getAttribute(attribute).isBlank())
                .forEach(attribute -> findings.add(
                        file, place, "里的 " + element.getLocalName() + " 没有写 " + attribute + "，请在 Modeler 里补上或重新保存"));
    }

    private void checkLanguage(String file, Element element, Place place) {
        var language = element.getAttribute("expressionLanguage");
        var isUnread = "definitions".equals(element.getLocalName()) && language.contains("FEEL");
        if (!language.isBlank() && !"feel".equalsIgnoreCase(language) && !FEEL.contains(language) && !isUnread) {
            findings.add(file, place, "的表达式语言只能用 FEEL，不能用 " + language);
        }
    }
}
