package org.qibu.engine.gate.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.engine.ModelBean;
import org.qibu.engine.ModelRefused.Finding;
import org.qibu.engine.gate.dmn.TableRulesTest;
import org.qibu.engine.gate.expression.ExpressionRules;
import org.qibu.engine.gate.finding.Findings;
import org.qibu.engine.gate.finding.SafeXml;
import org.qibu.engine.gate.finding.XmlFault;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;
import org.xml.sax.SAXException;

/**
 * The gate looks where the engine reads: each element and attribute in each namespace is on the list or refused, each text
 * the engine evaluates is checked and no other, and what is said literally can be read and used when a matter gets there.
 */
public class ModelRulesTest {

    public static final Map<String, Class<?>> BEANS = modelBeans();
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final List<String> READ_BY_THE_PARSER = List.of(
            "assignee",
            "async",
            "asyncAfter",
            "asyncBefore",
            "calledElement",
            "calledElementBinding",
            "calledElementTenantId",
            "calledElementVersion",
            "calledElementVersionTag",
            "candidateGroups",
            "candidateStarterGroups",
            "candidateStarterUsers",
            "candidateUsers",
            "caseBinding",
            "caseRef",
            "caseTenantId",
            "caseVersion",
            "class",
            "collection",
            "decisionRef",
            "decisionRefBinding",
            "decisionRefTenantId",
            "decisionRefVersion",
            "decisionRefVersionTag",
            "delegateExpression",
            "dst",
            "dstExpr",
            "dueDate",
            "elementVariable",
            "errorCodeVariable",
            "errorMessage",
            "errorMessageVariable",
            "escalationCodeVariable",
            "exclusive",
            "expression",
            "followUpDate",
            "formHandlerClass",
            "formKey",
            "formRef",
            "formRefBinding",
            "formRefVersion",
            "historyTimeToLive",
            "initiator",
            "initiatorVariableName",
            "isStartableInTasklist",
            "jobPriority",
            "language",
            "link",
            "linkExpr",
            "mapDecisionResult",
            "priority",
            "resource",
            "resultVariable",
            "resultVariableName",
            "scriptFormat",
            "src",
            "srcExpr",
            "stringValue",
            "taskPriority",
            "topic",
            "type",
            "variableEvents",
            "variableMappingClass",
            "variableMappingDelegateExpression",
            "variableName",
            "versionTag");
    private static final Set<String> NEVER = Set.of(
            "class",
            "type",
            "topic",
            "formKey",
            "formHandlerClass",
            "variableMappingClass",
            "variableMappingDelegateExpression",
            "resource",
            "scriptFormat",
            "language",
            "caseRef",
            "stringValue",
            "src",
            "srcExpr",
            "taskPriority");

    @ParameterizedTest
    @MethodSource("ours")
    void takesTheModelsOfTheProduct(Path model) throws IOException {
        assertThat(refusals(Files.readString(model))).isEmpty();
    }

    static Stream<Path> ours() throws IOException {
        return Files.walk(Path.of("bpmn")).filter(file -> file.toString().endsWith(".bpmn"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"G00-control.bpmn", "G22b-chinese-id.bpmn", "G29b-annotation-with-money-sign.bpmn"})
    void takesWhatRuns(String file) {
        assertThat(refusals(TableRulesTest.resource(file))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "G20a-not-executable.bpmn|流程“垃圾房值班”没有勾选“可执行”（Executable），不会部署。",
                "G22-id-begins-with-digit.bpmn|流程“垃圾房值班”的编号 01duty 不能以数字开头。",
                "G23-service-without-implementation.bpmn|服务任务“发通知”没有写由哪个组件执行。",
                "G24-two-flows-no-condition.bpmn|网关“有人吗？”的两条出线都没有条件。",
                "G30-timer-10.bpmn|定时事件“等10天”的“10”看不懂，请写 ${periods.days(10)}。",
                "G32-due-dateTime.bpmn|任务“排班”的到期时间请写 ${periods.workingDays(3)}。",
                "G34-camunda8.bpmn|这是 Camunda 8 的图，请在 Modeler 里另建 Camunda 7 的图。",
                "G34-undeclared-prefix.bpmn|第 3 行：前缀 camunda 没有声明",
                "G35-duplicate-id.bpmn|编号 Flow_1 用了两次。"
            })
    void namesTheElementAndWhatToDo(String file, String sentence) {
        assertThat(refusals(TableRulesTest.resource(file)))
                .singleElement()
                .asString()
                .startsWith(sentence);
    }

    @Test
    void refusesTheOldNamespaceOfTheEngine() {
        assertThat(refusals(TableRulesTest.resource("K05-activiti-class.bpmn")))
                .anySatisfy(words -> assertThat(words).contains("不允许属性 activiti:class"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://activiti.org/bpmn",
                "http://www.camunda.com/fox",
                "http://camunda.org/schema/1.0/BPMN",
                "http://www.omg.org/spec/BPMN/20100524/MODEL",
                "urn:other"
            })
    void refusesEachAttributeTheParserReadsInEveryOtherNamespace(String space) {
        for (var attribute : READ_BY_THE_PARSER) {
            var model = process("<serviceTask id=\"x\" xmlns:o=\"" + space + "\" o:" + attribute
                    + "=\"1\" camunda:expression=\"${1 == 1}\"/>");
            assertThat(refusals(model))
                    .as(attribute)
                    .anySatisfy(words -> assertThat(words).contains("不允许属性 o:" + attribute));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serviceTask",
                "sendTask",
                "userTask",
                "businessRuleTask",
                "callActivity",
                "startEvent",
                "endEvent",
                "receiveTask",
                "subProcess",
                "process",
                "exclusiveGateway",
                "messageEventDefinition",
                "camunda:taskListener",
                "camunda:executionListener",
                "camunda:in",
                "camunda:out",
                "multiInstanceLoopCharacteristics",
                "conditionExpression",
                "camunda:inputParameter",
                "message",
                "error"
            })
    void refusesWhatLoadsAClassOrRunsAProgramOnEachElement(String element) {
        for (var attribute : NEVER) {
            for (var prefix : List.of("camunda:", "")) {
                var model = process("<" + element + " id=\"x\" " + prefix + attribute + "=\"1\"/>");
                assertThat(refusals(model))
                        .as(prefix + attribute)
                        .anySatisfy(words -> assertThat(words).contains("不允许属性 " + prefix + attribute));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<scriptTask id=\"x\"/>",
                "<serviceTask id=\"x\"><extensionElements><camunda:field name=\"a\"/></extensionElements></serviceTask>",
                "<serviceTask id=\"x\"><extensionElements><camunda:connector/></extensionElements></serviceTask>",
                "<serviceTask id=\"x\"><extensionElements><a:field xmlns:a=\"http://activiti.org/bpmn\"/></extensionElements></serviceTask>",
                "<endEvent id=\"x\"><extensionElements><a:executionListener xmlns:a=\"http://activiti.org/bpmn\" event=\"end\"/></extensionElements></endEvent>",
                "<endEvent id=\"x\"><extensionElements><camunda:executionListener event=\"end\"><camunda:script scriptFormat=\"juel\">1</camunda:script></camunda:executionListener></extensionElements></endEvent>",
                "<userTask id=\"x\"><extensionElements><camunda:formData/></extensionElements></userTask>",
                "<userTask id=\"x\"><potentialOwner/></userTask>",
                "<userTask id=\"x\"><humanPerformer/></userTask>",
                "<complexGateway id=\"x\"/>",
                "<adHocSubProcess id=\"x\"/>",
                "<serviceTask id=\"x\"><ioSpecification/></serviceTask>",
                "<endEvent id=\"x\"><extensionElements><camunda:potentialStarter/></extensionElements></endEvent>"
            })
    void refusesAnElementThatIsNotListed(String element) {
        assertThat(refusals(process(element)))
                .anySatisfy(words -> assertThat(words).contains("里不允许"));
    }

    @ParameterizedTest
    @MethodSource("evaluated")
    void checksEachTextTheEngineEvaluates(String element) {
        assertThat(refusals(process(element.formatted("${''.getClass()}"))))
                .anySatisfy(words -> assertThat(words).contains("“${''.getClass()}”"));
    }

    static Stream<String> evaluated() {
        var task = "<userTask id=\"x\" camunda:formRef=\"duty\" camunda:formRefBinding=\"deployment\"";
        return Stream.of(
                task + " name=\"%s\"/>",
                task + " camunda:assignee=\"%s\"/>",
                task + " camunda:candidateUsers=\"%s\"/>",
                task + " camunda:candidateGroups=\"%s\"/>",
                task + " camunda:dueDate=\"%s\"/>",
                task + " camunda:followUpDate=\"%s\"/>",
                task + " camunda:priority=\"%s\"/>",
                task + " camunda:jobPriority=\"%s\"/>",
                task + "><documentation>%s</documentation></userTask>",
                "<serviceTask id=\"x\" camunda:expression=\"%s\"/>",
                "<callActivity id=\"x\" calledElement=\"%s\"/>",
                "<callActivity id=\"x\"><extensionElements><camunda:in businessKey=\"%s\"/></extensionElements></callActivity>",
                "<callActivity id=\"x\"><extensionElements><camunda:in sourceExpression=\"%s\" target=\"a\"/></extensionElements></callActivity>",
                "<callActivity id=\"x\"><extensionElements><camunda:out sourceExpression=\"%s\" target=\"a\"/></extensionElements></callActivity>",
                "<serviceTask id=\"x\"><extensionElements><camunda:inputOutput><camunda:inputParameter name=\"a\">%s</camunda:inputParameter></camunda:inputOutput></extensionElements></serviceTask>",
                "<serviceTask id=\"x\"><extensionElements><camunda:inputOutput><camunda:outputParameter name=\"a\">%s</camunda:outputParameter></camunda:inputOutput></extensionElements></serviceTask>",
                "<serviceTask id=\"x\"><extensionElements><camunda:inputOutput><camunda:inputParameter name=\"a\"><camunda:map><camunda:entry key=\"k\">%s</camunda:entry></camunda:map></camunda:inputParameter></camunda:inputOutput></extensionElements></serviceTask>",
                "<serviceTask id=\"x\"><multiInstanceLoopCharacteristics camunda:collection=\"%s\"/></serviceTask>",
                "<serviceTask id=\"x\"><multiInstanceLoopCharacteristics><loopCardinality>%s</loopCardinality></multiInstanceLoopCharacteristics></serviceTask>",
                "<serviceTask id=\"x\"><multiInstanceLoopCharacteristics><completionCondition>%s</completionCondition></multiInstanceLoopCharacteristics></serviceTask>",
                "<intermediateCatchEvent id=\"x\"><timerEventDefinition><timeDate>%s</timeDate></timerEventDefinition></intermediateCatchEvent>",
                "<intermediateCatchEvent id=\"x\"><conditionalEventDefinition><condition>%s</condition></conditionalEventDefinition></intermediateCatchEvent>",
                "<sequenceFlow id=\"x\" sourceRef=\"s\" targetRef=\"e\"><conditionExpression>%s</conditionExpression></sequenceFlow>",
                "<endEvent id=\"x\"><extensionElements><camunda:executionListener event=\"end\" expression=\"%s\"/></extensionElements></endEvent>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<laneSet id=\"x\"><lane id=\"y\" name=\"${甲}\"/></laneSet>",
                "<textAnnotation id=\"x\"><text>${甲} #{乙</text></textAnnotation>",
                "<documentation>每周 ${甲}</documentation>",
                "<manualTask id=\"x\" name=\"${甲}\"><documentation>#{乙}</documentation></manualTask>",
                "<manualTask id=\"x\"><extensionElements><camunda:properties><camunda:property name=\"a\" value=\"${甲}\"/></camunda:properties></extensionElements></manualTask>"
            })
    void takesAMoneySignWhereNothingIsEvaluated(String element) {
        assertThat(refusals(process(element))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "timeDuration|10",
                "timeDuration|10天",
                "timeDuration|P-1D",
                "timeDuration|P99999D",
                "timeDuration|${'10'}",
                "timeDuration|",
                "timeDuration|P1D ${x}",
                "timeDate|9999-12-31T00:00:00",
                "timeDate|2020-01-01T00:00:00",
                "timeDate|明天",
                "timeDate|${true}",
                "timeDate|${periods}",
                "timeDate|${1 + 1}",
                "timeDate|${periods.days(60000000)}",
                "timeCycle|R/PT0S",
                "timeCycle|R/PT1S",
                "timeCycle|R/PT59M",
                "timeCycle|R101/PT10M",
                "timeCycle|0 * * * * ?",
                "timeCycle|R99999/P1D",
                "timeCycle|* * * * * ?",
                "timeCycle|每天",
                "timeCycle|R3",
                "timeDate|${dateTime().plusDays(3)}"
            })
    void refusesATimeNobodyCanWaitFor(String kind, String time) {
        assertThat(refusals(timer(kind, time == null ? "" : time)))
                .singleElement()
                .asString()
                .startsWith("定时事件“等”")
                .doesNotContain("org.", "Exception");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timeDuration|P10D",
                "timeDuration|PT1H",
                "timeDate|${periods.days(10)}",
                "timeDate|${someVariable}",
                "timeCycle|R3/P1D",
                "timeCycle|R/PT1H",
                "timeCycle|R100/PT1M",
                "timeCycle|0 0 9 * * ?",
                "timeDuration|${periods.workingDays(3)}"
            })
    void takesATimeTheEngineReads(String kind, String time) {
        assertThat(refusals(timer(kind, time))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "camunda:priority=\"高\"|优先级“高”要是",
                "camunda:priority=\"${periods.days(1)}\"|要是整数",
                "camunda:dueDate=\"三天\"|看不懂",
                "camunda:dueDate=\"9999-01-01T00:00:00\"|不合适",
                "camunda:asyncBefore=\"yes\"|要是 true 或 false",
                "camunda:formRef=\"nowhere\"|不在这次部署中",
                "camunda:candidateGroups=\"strangers\"|strangers 不存在",
                "camunda:candidateGroups=\"${1 == 1}\"|算不出组",
                "camunda:assignee=\"nobody\"|办理人“nobody”没有这个账号",
                "camunda:candidateUsers=\"clerk, nobody\"|候选人“nobody”没有这个账号"
            })
    void refusesAValueNoTaskCanUse(String attribute, String words) {
        var name = attribute.substring(0, attribute.indexOf('='));
        var task = "<userTask id=\"x\" name=\"排班\" "
                + Stream.of(
                                "camunda:formRef=\"duty\"",
                                "camunda:formRefBinding=\"deployment\"",
                                "camunda:candidateGroups=\"residents-committee\"")
                        .filter(usual -> !usual.startsWith(name + "="))
                        .collect(Collectors.joining(" "))
                + " " + attribute + "/>";

        assertThat(refusals(process(task)))
                .anySatisfy(said -> assertThat(said).startsWith("任务“排班”").contains(words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "<loopCardinality>1000000000</loopCardinality>|1 到 100",
                "<loopCardinality>${1000000000}</loopCardinality>|1 到 100",
                "<loopCardinality>多次</loopCardinality>|1 到 100",
                "|没有写次数"
            })
    void boundsALoop(String inside, String words) {
        var task = "<manualTask id=\"x\" name=\"敲门\"><multiInstanceLoopCharacteristics>"
                + (inside == null ? "" : inside) + "</multiInstanceLoopCharacteristics></manualTask>";

        assertThat(refusals(process(task)))
                .singleElement()
                .asString()
                .startsWith("人工任务“敲门”")
                .contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"R99/PT1S", "R3/PT", "三次", "R3/P99999D"})
    void boundsTheRetriesOfAJob(String cycle) {
        var task = "<serviceTask id=\"x\" name=\"发\" camunda:delegateExpression=\"${postNotice}\"><extensionElements>"
                + "<camunda:failedJobRetryTimeCycle>" + cycle
                + "</camunda:failedJobRetryTimeCycle></extensionElements></serviceTask>";

        assertThat(refusals(process(task))).singleElement().asString().contains("重试间隔“" + cycle + "”");
        assertThat(refusals(process(task.replace(cycle, "R3/PT10M")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "<callActivity id=\"x\" name=\"办\" calledElement=\"nowhere\"/>|调用“办”的被调用流程“nowhere”不存在",
                "<businessRuleTask id=\"x\" name=\"判\" camunda:decisionRef=\"nowhere\"/>|判定任务“判”的判定表“nowhere”不存在",
                "<businessRuleTask id=\"x\" name=\"判\" camunda:decisionRef=\"old\" camunda:decisionRefBinding=\"deployment\"/>|不在这次部署中",
                "<businessRuleTask id=\"x\" name=\"判\"/>|判定任务“判”没有写用哪张判定表",
                "<intermediateCatchEvent id=\"x\" name=\"等\"><messageEventDefinition messageRef=\"m\"/></intermediateCatchEvent>|的消息“m”在图里找不到",
                "<sequenceFlow id=\"x\" sourceRef=\"s\" targetRef=\"gone\"/>|连线 x 的终点“gone”在图里找不到",
                "<serviceTask id=\"x\" name=\"发\" camunda:delegateExpression=\"${dataSource}\"/>|不是流程组件的名称",
                "<serviceTask id=\"x\" name=\"发\" camunda:delegateExpression=\"${routing}\"/>|不能用在这里",
                "<serviceTask id=\"x\" name=\"发\" camunda:delegateExpression=\"${closeMatter}\"/>|不能用在这里",
                "<serviceTask id=\"x\" name=\"发\" camunda:expression=\"${routing.sett(execution, 'a', 1)}\"/>|不存在，请检查名称和参数个数",
                "<sequenceFlow id=\"x\" sourceRef=\"s\" targetRef=\"e\"><conditionExpression>yes</conditionExpression></sequenceFlow>|的条件“yes”要是",
                "<sequenceFlow id=\"x\" sourceRef=\"s\" targetRef=\"e\"><conditionExpression>${periods.days(3)}</conditionExpression></sequenceFlow>|这样的条件",
                "<subProcess id=\"x\" name=\"内\"/>|子流程“内”里没有开始事件",
                "<endEvent id=\"x\" name=\"坏\"><errorEventDefinition errorRef=\"r\"/></endEvent>|的错误“r”在图里找不到",
                "<intermediateThrowEvent id=\"x\" name=\"补\"><compensateEventDefinition activityRef=\"gone\"/></intermediateThrowEvent>|要补偿的任务“gone”在图里找不到",
                "<manualTask id=\"m\"/><boundaryEvent id=\"x\" name=\"补\" attachedToRef=\"m\"><compensateEventDefinition/></boundaryEvent>|没有连到用来补偿的任务",
                "<manualTask id=\"a b\" name=\"问\"/>|的编号“a b”只能用",
                "<intermediateThrowEvent id=\"x\" name=\"去\"><linkEventDefinition name=\"L\"/></intermediateThrowEvent>|没有同名的接收事件"
            })
    void refusesWhatIsNotThere(String element, String words) {
        assertThat(refusals(process(element)))
                .anySatisfy(said -> assertThat(said).contains(words));
    }

    @Test
    void refusesADrawingInWhichNothingRuns() {
        assertThat(refusals(definitions(""))).containsExactly("图里没有流程，不会部署。");
        assertThat(refusals(definitions(
                        "<process id=\"p\" name=\"值班\" isExecutable=\"true\" camunda:historyTimeToLive=\"P1D\"/>")))
                .containsExactly("流程“值班”没有开始事件，不会运行。（编号 p）");
        assertThat(refusals(definitions("<process id=\"p\" name=\"值班\" isExecutable=\"true\""
                        + " camunda:historyTimeToLive=\"P1D\"><startEvent id=\"s\"/></process>")))
                .containsExactly("流程“值班”的开始事件后面什么也没有，不会运行。（编号 p）");
    }

    @Test
    void refusesWhatIsTooLongToBeStored() {
        var long201 = "长".repeat(201);
        var variable = "v".repeat(101);

        assertThat(
                        String.join(
                                "",
                                refusals(
                                        process(
                                                "<serviceTask id=\"x\" camunda:expression=\"${1 == 1}\" camunda:resultVariable=\"periods\"/>"))))
                .as("it would hide the component")
                .contains("的结果变量“periods”不能用作变量名");
        assertThat(String.join("", refusals(process("<manualTask id=\"x\" name=\"" + long201 + "\"/>"))))
                .contains("的名称太长，最多 200 个字");
        assertThat(String.join("", refusals(process("<manualTask id=\"" + variable + "\"/>"))))
                .contains("的编号太长，最多 100 个字符");
        assertThat(String.join(
                        "",
                        refusals(process(
                                "<serviceTask id=\"x\" camunda:expression=\"${1 == 1}\" camunda:resultVariable=\""
                                        + variable + "\"/>"))))
                .contains("不能用作变量名");
    }

    @Test
    void tellsALargeForeignModelShortly() {
        var tasks = new StringBuilder();
        for (int no = 1; no <= 70; no++) {
            tasks.append(
                    "<serviceTask id=\"t%d\" name=\"通知%d\"><extensionElements><camunda:connector/></extensionElements></serviceTask>"
                            .formatted(no, no));
        }

        assertThat(refusals(process(tasks.toString())))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("服务任务“通知1”、“通知2”、“通知3”、“通知4”、“通知5”等 70 处里不允许connector");
    }

    private static String timer(String kind, String time) {
        return process("<intermediateCatchEvent id=\"x\" name=\"等\"><timerEventDefinition><" + kind + ">" + time + "</"
                + kind + "></timerEventDefinition></intermediateCatchEvent>");
    }

    public static String process(String element) {
        return definitions(
                "<process id=\"p\" isExecutable=\"true\" camunda:historyTimeToLive=\"P1D\"><startEvent id=\"s\"/>"
                        + "<sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"e\"/><endEvent id=\"e\"/>" + element
                        + "</process>");
    }

    public static String definitions(String content) {
        return "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:camunda=\"" + CAMUNDA
                + "\" targetNamespace=\"t\">" + content + "</definitions>";
    }

    static List<String> refusals(String model) {
        var findings = new Findings();
        var source = model.getBytes(StandardCharsets.UTF_8);
        try {
            new ModelRules(new ExpressionRules(BEANS), known(), findings).check("p.bpmn", SafeXml.read(source));
        } catch (SAXException e) {
            findings.add("p.bpmn", XmlFault.of(e, source).inWords());
        }
        return findings.grouped().stream().map(Finding::sentence).toList();
    }

    private static ModelRules.Known known() {
        var groups = new TreeSet<>(Set.of("lead-unit"));
        Collections.addAll(
                groups,
                "residents-committee",
                "grid-staff",
                "social-worker",
                "subdistrict",
                "expert",
                "two-committees",
                "mediation",
                "resident-reps",
                "party-branch",
                "owners-committee",
                "vote-teller",
                "vote-scrutineer",
                "result-supervisors",
                "supervision",
                "archivist",
                "subdistrict-inspect",
                "department",
                "property-firm",
                "resident-units");
        return new ModelRules.Known(
                groups,
                ids("forms", "\"id\": *\"([a-z-]+)\"", "duty"),
                ids("bpmn", "<decision id=\"([^\"]+)\"", "duty"),
                ids("bpmn", "process id=\"([^\"]+)\"", "duty"),
                Set.of("old"),
                Set.of("record-issue"),
                Map.of("agenda-setting", Set.of("round-about"), "round-about", Set.of("p")),
                Set.of("clerk")::contains,
                false);
    }

    private static Set<String> ids(String folder, String pattern, String further) {
        try (var files = Files.walk(Path.of(folder))) {
            var ids = new TreeSet<>(Set.of(further));
            for (var file : files.filter(Files::isRegularFile).toList()) {
                java.util.regex.Pattern.compile(pattern)
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(match -> ids.add(match.group(1)));
            }
            return ids;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, Class<?>> modelBeans() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ModelBean.class));
        var beans = new HashMap<String, Class<?>>();
        scanner.findCandidateComponents("org.qibu").stream()
                .map(AnnotatedBeanDefinition.class::cast)
                .forEach(found -> {
                    var type = ClassUtils.resolveClassName(found.getBeanClassName(), null);
                    beans.put(StringUtils.uncapitalize(type.getSimpleName()), type);
                });
        return beans;
    }
}
