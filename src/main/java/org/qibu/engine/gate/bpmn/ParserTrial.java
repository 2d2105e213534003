package org.qibu.engine.gate.bpmn;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.qibu.engine.gate.finding.Findings;
import org.qibu.engine.gate.finding.Place;
import org.qibu.engine.gate.finding.SafeXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Parses a model with the engine's parser before it is deployed; adds its errors to the findings in Chinese, by place.
 */
public final class ParserTrial {

    private static final List<Cause> CAUSES = List.of(
            new Cause("cvc-complex-type.3.2.2.*Attribute '([^']+)' is not allowed", m -> "不允许属性 " + m.group(1)),
            new Cause("cvc-complex-type.4.*Attribute '([^']+)' must appear", m -> "缺少属性 " + m.group(1)),
            new Cause(
                    "cvc-complex-type.2.4.*starting with element '\\{?(?:[^']*:)?([^':}]+)}?'",
                    m -> "里的 " + m.group(1) + " 位置不对，请在 Modeler 里重新保存"),
            new Cause(
                    "cvc-complex-type.2.4.b.*content of element '(?:[^':]+:)?([^']+)' is not complete",
                    m -> "里的 " + m.group(1) + " 不完整"),
            new Cause("cvc-id.2.*ID value '([^']+)'", m -> "的编号 " + m.group(1) + " 用了两次"),
            new Cause("cvc-id.1.*binding for ID/IDREF '([^']+)'", m -> "引用的“" + m.group(1) + "”在图里找不到"),
            new Cause(
                    "cvc-(?:datatype|enumeration|attribute|pattern|type)[^']*'([^']*)'",
                    m -> "里的值“" + m.group(1) + "”不合规定"),
            new Cause("[Ii]nvalid (?:source|destination)[^']*'([^']*)'", m -> "连到的“" + m.group(1) + "”不在同一层里"),
            new Cause("[Ii]nvalid reference in boundary event", m -> "所附的任务不在同一层里"),
            new Cause("multiple (?:none )?start events|multiple start events", m -> "有不止一个开始事件"),
            new Cause("multiple .*(?:boundary|event subprocess)", m -> "上同一种边界事件或事件子流程只能有一个"),
            new Cause("start event of event subprocess must", m -> "是事件子流程的开始，要有触发的事件"),
            new Cause("only allowed|not allowed on|only supported", m -> "不能用在这里"),
            new Cause("must be interrupting", m -> "要设为打断"),
            new Cause("[Cc]ould not resolve signal|signalRef", m -> "没有写用哪个信号"),
            new Cause("messageRef|message event subscription", m -> "没有写用哪个消息，或消息没有名称"),
            new Cause("errorRef", m -> "没有写用哪个错误"),
            new Cause("escalationRef|escalationCode", m -> "没有写用哪个升级，或升级没有代码"),
            new Cause("Timer needs configuration", m -> "没有写时间，请写 ${periods.days(3)}"),
            new Cause("Conditional event must contain", m -> "没有写条件"),
            new Cause("Event based gateway can only be connected", m -> "后面只能接等待的事件"),
            new Cause("Unsupported .* event type|Ignoring unsupported activity", m -> "是引擎不支持的种类"),
            new Cause("Attribute 'event' (?:is mandatory|must be)", m -> "的监听器没有写在什么时候（event）"),
            new Cause("mandatory on (?:execution|task)Listener", m -> "的监听器没有写由哪个组件执行"),
            new Cause("'source'|'target'|sourceExpression", m -> "的变量传递没有写全从哪里（source）到哪里（target）"),
            new Cause("Missing attribute '([^']+)'", m -> "缺少 " + m.group(1)),
            new Cause("outputParameter not allowed|inputOutput.*not (?:allowed|supported)", m -> "上不能写输入输出参数"),
            new Cause("waypoint|Bounds|bpmnElement|BPMN(?:Shape|Edge|Plane)", m -> "的图形不完整，请在 Modeler 里重新保存"),
            new Cause("loopCardinality|loopDataInputRef|LoopDataInputRef", m -> "的多实例没有写次数，也没有写对哪些值各做一次"),
            new Cause("sequence flow", m -> "的连线不对，请检查起点、终点和条件"),
            new Cause("historyTimeToLive|History Time To Live", m -> "没有写历史保留时间（historyTimeToLive），请写 P3650D 这样"));

    private final ProcessEngineConfigurationImpl configuration;
    private final Findings findings;

    public ParserTrial(ProcessEngine engine, Findings findings) {
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.findings = findings;
    }

    private record Cause(Pattern said, Function<MatchResult, String> words) {

        Cause(String said, Function<MatchResult, String> words) {
            this(Pattern.compile(said), words);
        }

        Optional<String> read(String message) {
            var matcher = said.matcher(message);
            return matcher.find() ? Optional.of(words.apply(matcher)) : Optional.empty();
        }
    }

    /** Reads a model without a command of the engine around it, which would hold a database connection. */
    public void read(String file, byte[] source, Document model) {
        Context.setProcessEngineConfiguration(configuration);
        try {
            parser().createParse()
                    .sourceInputStream(new ByteArrayInputStream(source))
                    .deployment(new DeploymentEntity())
                    .name(file)
                    .execute();
        } catch (ParseException refused) {
            var elements = SafeXml.elements(model);
            refused.getResorceReports().stream()
                    .flatMap(report -> report.getErrors().stream())
                    .forEach(problem -> findings.add(file, place(problem, elements), words(problem.getMessage())));
        } catch (ProcessEngineException refused) {
            findings.add(file, Place.described("图"), words(refused.getMessage()));
        } finally {
            Context.removeProcessEngineConfiguration();
        }
    }

    private BpmnParser parser() {
        return configuration.getDeployers().stream()
                .filter(BpmnDeployer.class::isInstance)
                .map(BpmnDeployer.class::cast)
                .findFirst()
                .orElseThrow()
                .getBpmnParser();
    }

    private static Place place(Problem problem, List<Element> elements) {
        return elements.stream()
                .filter(each -> each.getAttribute("id").equals(String.valueOf(problem.getMainElementId())))
                .findFirst()
                .map(ModelPlaces::of)
                .orElse(Place.described(problem.getLine() > 0 ? "第 " + problem.getLine() + " 行" : "图"));
    }

    /** Never the parser's own words: they speak of its insides, in English. */
    static String words(String said) {
        return CAUSES.stream()
                .flatMap(cause -> cause.read(String.valueOf(said)).stream())
                .findFirst()
                .orElse("引擎读不了，请在 Modeler 里检查这里");
    }
}
