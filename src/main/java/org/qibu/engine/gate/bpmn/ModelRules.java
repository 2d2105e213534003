package org.qibu.engine.gate.bpmn;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.qibu.engine.RoutingCode;
import org.qibu.engine.gate.expression.ExpressionRules;
import org.qibu.engine.gate.finding.Findings;
import org.qibu.engine.gate.finding.Place;
import org.qibu.engine.gate.finding.SafeXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What a BPMN model may contain: what {@link ModelVocabulary} lists, with values the engine can read when it gets there. */
public final class ModelRules {

    private static final Map<String, String> PROGRAMS = Map.of(
            "script", "脚本",
            "scriptTask", "脚本任务",
            "connector", "connector",
            "formData", "内嵌表单（formData）",
            "formProperty", "内嵌表单（formProperty）",
            "field", "字段注入（field）");
    /** Kinds of texts that must not be left out. */
    private static final Set<String> NEEDED =
            Set.of("timeDate", "timeDuration", "timeCycle", "condition", "count", "retries");

    private static final int MOST_ELEMENTS = 5_000;

    private final ExpressionRules expressions;
    private final ValueRules values;
    private final Known known;
    private final Findings findings;

    /**
     * What a model may refer to outside its own file.
     *
     * @param groups of accounts
     * @param forms of this deployment, by id
     * @param decisions of this deployment, by id
     * @param processes that can be called: of this deployment and those already deployed
     * @param deployedDecisions that are already deployed
     * @param startForms ids of the forms with which a matter can be raised
     * @param calls which processes those outside this deployment call, by id
     * @param accounts whether there is an account of this name
     * @param isFormUnread whether a form of this deployment could not be read, so that its id is not known
     */
    public record Known(
            Set<String> groups,
            Set<String> forms,
            Set<String> decisions,
            Set<String> processes,
            Set<String> deployedDecisions,
            Set<String> startForms,
            Map<String, Set<String>> calls,
            Predicate<String> accounts,
            boolean isFormUnread) {}

    public ModelRules(ExpressionRules expressions, Known known, Findings findings) {
        this.expressions = expressions;
        this.values = new ValueRules(expressions, known);
        this.known = known;
        this.findings = findings;
    }

    public void check(String file, Document model) {
        var elements = SafeXml.elements(model);
        if (elements.size() > MOST_ELEMENTS) {
            findings.add(file, "模型超过 " + MOST_ELEMENTS + " 个元素，请拆成几个流程");
            return;
        }
        if (!ModelOrigin.isOurs(file, model, findings)) {
            return;
        }
        elements.forEach(element -> check(file, element));
        var structure = new StructureRules(file, elements, findings);
        structure.check();
        new StartRules(file, known.startForms(), findings).check(elements);
        new LoopRules(file, elements, known.calls(), findings).check();
        new JoinRules(file, elements, findings).check();
        elements.stream()
                .filter(each -> "userTask".equals(each.getLocalName()))
                .forEach(each -> new UserTaskRules(known, findings).check(file, each));
        elements.stream()
                .filter(each -> "businessRuleTask".equals(each.getLocalName()))
                .forEach(each -> checkDecision(file, each));
    }

    private void check(String file, Element element) {
        var place = ModelPlaces.of(element);
        if (!ModelVocabulary.knows(element)) {
            var program = PROGRAMS.get(element.getLocalName());
            findings.add(
                    file,
                    place,
                    program == null
                            ? "里不允许 " + element.getNodeName() + "，请删去"
                            : "里不允许" + program + "（模型里不能写程序），请改用流程组件");
            return;
        }
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            checkAttribute(file, place, element, attributes.item(i));
        }
        var text = SafeXml.ownText(element);
        var mustSay = ModelVocabulary.textKind(element).filter(NEEDED::contains).isPresent();
        if ((mustSay || !text.isEmpty()) && !ModelVocabulary.isDrawing(element)) {
            checkText(file, place, element, text);
        }
    }

    private void checkAttribute(String file, Place place, Element element, Node attribute) {
        ModelVocabulary.kind(element, attribute)
                .ifPresentOrElse(
                        kind -> values.objection(kind, attribute.getNodeValue(), attribute.getLocalName())
                                .ifPresent(why -> findings.add(file, place, why)),
                        () -> findings.add(file, place, "不允许属性 " + attribute.getNodeName() + "，请删去"));
        var isSet = ModelVocabulary.kind(element, attribute)
                        .filter("variable"::equals)
                        .isPresent()
                && !"source".equals(attribute.getLocalName());
        if (isSet
                && ExpressionRules.OF_THE_MATTER.contains(attribute.getNodeValue())
                && !attribute.getNodeValue().equals(element.getAttribute("source"))) {
            findings.add(file, place, "不能改 " + attribute.getNodeValue() + "，它说明这是哪件事项");
        }
        if ("variables".equals(attribute.getLocalName())) {
            findings.add(file, place, "不能把全部变量传给子流程，请逐个写明");
        }
    }

    private void checkText(String file, Place place, Element element, String text) {
        ModelVocabulary.textKind(element)
                .map(kind -> "documentation".equals(kind) ? documentationKind(element) : kind)
                .ifPresentOrElse(
                        kind -> values.objection(kind, text, element.getLocalName())
                                .ifPresent(why -> findings.add(file, place, why)),
                        () -> findings.add(file, place, "里有多余的文字“" + ValueRules.shown(text) + "”"));
        var isKept = Set.of("inputParameter", "outputParameter").contains(element.getLocalName());
        if (isKept && !text.contains("{") && !RoutingCode.is(text)) {
            findings.add(file, place, "给变量的文字“" + ValueRules.shown(text) + "”存不下，流程里" + RoutingCode.WORDS);
        } else if (isKept) {
            expressions.keptObjection(text).ifPresent(why -> findings.add(file, place, "给变量的表达式" + why));
        }
    }

    /** The description of a task is evaluated for whoever does it; all other documentation is only read. */
    private static String documentationKind(Element documentation) {
        return "userTask".equals(documentation.getParentNode().getLocalName()) ? "expression" : "";
    }

    private void checkDecision(String file, Element task) {
        var decision = task.getAttributeNS(ModelVocabulary.CAMUNDA, "decisionRef");
        var binding = task.getAttributeNS(ModelVocabulary.CAMUNDA, "decisionRefBinding");
        var isHere = known.decisions().contains(decision);
        var isLiteral = !decision.isBlank() && !decision.contains("{");
        if (isLiteral && !isHere && "deployment".equals(binding)) {
            findings.add(file, ModelPlaces.of(task), "的判定表“" + decision + "”不在这次部署中，请一起部署");
        } else if (isLiteral && !isHere && !known.deployedDecisions().contains(decision)) {
            findings.add(file, ModelPlaces.of(task), "的判定表“" + decision + "”不存在");
        } else if (!Set.of("", "latest", "deployment").contains(binding)) {
            findings.add(file, ModelPlaces.of(task), "的判定表绑定方式请用 deployment 或 latest，现在是“" + binding + "”");
        }
    }
}
