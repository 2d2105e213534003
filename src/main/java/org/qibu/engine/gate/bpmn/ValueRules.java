package org.qibu.engine.gate.bpmn;

import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.qibu.engine.gate.expression.ExpressionRules;

/** Whether the engine can read a value of a model when it gets there; each kind of {@link ModelVocabulary} has its reader. */
public final class ValueRules {

    private static final int LONGEST_SHOWN = 60;
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("dueDate", "到期时间"),
            Map.entry("followUpDate", "跟进时间"),
            Map.entry("assignee", "办理人"),
            Map.entry("candidateUsers", "候选人"),
            Map.entry("candidateGroups", "候选组"),
            Map.entry("candidateStarterGroups", "可发起的组"),
            Map.entry("priority", "优先级"),
            Map.entry("jobPriority", "作业优先级"),
            Map.entry("conditionExpression", "条件"),
            Map.entry("condition", "条件"),
            Map.entry("completionCondition", "结束条件"),
            Map.entry("loopCardinality", "次数"),
            Map.entry("collection", "集合"),
            Map.entry("loopDataInputRef", "集合"),
            Map.entry("name", "名称"),
            Map.entry("documentation", "说明"),
            Map.entry("delegateExpression", "组件"),
            Map.entry("expression", "表达式"),
            Map.entry("historyTimeToLive", "历史保留时间"),
            Map.entry("failedJobRetryTimeCycle", "重试间隔"),
            Map.entry("isExecutable", "“可执行”"),
            Map.entry("calledElement", "被调用流程"),
            Map.entry("inputParameter", "输入参数"),
            Map.entry("outputParameter", "输出参数"),
            Map.entry("resultVariable", "结果变量"),
            Map.entry("elementVariable", "元素变量"));

    private final ExpressionRules expressions;
    private final ModelRules.Known known;

    ValueRules(ExpressionRules expressions, ModelRules.Known known) {
        this.expressions = expressions;
        this.known = known;
    }

    /** What people call the place of a value in Chinese, by the name of its attribute or element. */
    public static String called(String name) {
        return NAMES.getOrDefault(name, name);
    }

    public static String shown(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line;
    }

    /**
     * What is wrong with a value, in words that follow the name of its place; empty where the engine can use it.
     *
     * @param kind as in {@link ModelVocabulary}
     * @param name of the attribute or element it stands in
     */
    Optional<String> objection(String kind, String value, String name) {
        var what = "的" + called(name);
        return switch (kind) {
            case "expression" -> expression(what, value);
            case "condition" -> yielding(what, value, Set.of(Boolean.class), "要是 ${变量 == '值'} 这样的条件");
            case "due" -> due(what, value);
            case "timeDate", "timeDuration", "timeCycle" -> timer(kind, value);
            case "number" -> number(what, value);
            case "count" -> count(what, value);
            case "boolean" -> Set.of("true", "false").contains(value) ? none() : says(what, value, "要是 true 或 false");
            case "variable" ->
                value.matches("[\\p{L}_][\\p{L}\\p{N}_]{0,99}") && !expressions.isComponent(value)
                        ? none()
                        : says(what, value, "不能用作变量名");
            case "type" -> value.endsWith("tFormalExpression") ? none() : says("的表达式类型", value, "读不了");
            case "collection" ->
                value.contains("{")
                        ? yielding(what, value, Set.of(Collection.class), "要是一组值")
                        : objection("variable", value, name);
            case "groups" -> groups(what, value);
            case "accounts" -> accounts(what, value);
            case "form" ->
                known.forms().contains(value) || known.isFormUnread() ? none() : says("的表单", value, "不在这次部署中，请一起部署");
            case "binding" -> "deployment".equals(value) ? none() : Optional.of("的表单绑定方式（Binding）请选 deployment");
            case "process" -> known.processes().contains(value) ? none() : says(what, value, "不存在，请写流程编号并先部署它");
            case "decision" -> value.contains("{") ? says("的判定表", value, "要直接写编号") : none();
            case "timeToLive" -> TimeBounds.timeToLive(value).map(why -> what + "（historyTimeToLive）" + why);
            case "retries" -> TimeBounds.retries(value).map(why -> what + "“" + shown(value) + "”" + why);
            case "delegate" -> delegate(what, value, JavaDelegate.class);
            case "listener" -> delegate(what, value, ExecutionListener.class, JavaDelegate.class);
            case "taskListener" -> delegate(what, value, TaskListener.class);
            default -> none();
        };
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    private static Optional<String> says(String what, String value, String why) {
        return Optional.of(what + "“" + shown(value) + "”" + why);
    }

    private static boolean isExpression(String value) {
        return value.contains("${") || value.contains("#{");
    }

    private Optional<String> expression(String what, String value) {
        return isExpression(value)
                ? expressions.objection(value).map(why -> what + "“" + shown(value) + "”" + why)
                : none();
    }

    /** An expression as a whole that can yield one of these types. */
    private Optional<String> yielding(String what, String value, Set<Class<?>> types, String otherwise) {
        if (!isExpression(value)) {
            return says(what, value, otherwise);
        }
        var objection = expression(what, value);
        if (objection.isPresent()) {
            return objection;
        }
        var fits = expressions.isOneExpression(value)
                && expressions.type(value).map(type -> fits(type, types)).orElse(true);
        return fits ? none() : says(what, value, otherwise);
    }

    private static boolean fits(Class<?> type, Set<Class<?>> types) {
        return type == Object.class || types.stream().anyMatch(each -> each.isAssignableFrom(type));
    }

    private Optional<String> due(String what, String value) {
        var remedy = what + "请写 ${periods.workingDays(3)}";
        if (!isExpression(value)) {
            return TimeBounds.timeDate(value).map(why -> what + "“" + shown(value) + "”" + why);
        }
        if (value.contains("dateTime()") || value.contains("now()")) {
            return Optional.of(remedy);
        }
        return moment(value, "timeDate", what, "，请写 ${periods.workingDays(3)}");
    }

    private Optional<String> timer(String kind, String value) {
        if (value.isBlank()) {
            return Optional.of("没有写时间，请写 ${periods.days(3)}");
        }
        if ("timeCycle".equals(kind) && isExpression(value)) {
            return says("的重复时间", value, "要直接写明，如 R3/P1D");
        }
        if (isExpression(value)) {
            return moment(value, kind, "的时间", "，请写 ${periods.days(3)}");
        }
        return TimeBounds.timer(kind, value).map(why -> "的“" + shown(value) + "”" + why);
    }

    /** What an expression yields must be a moment, or a text the engine reads as one; a text written in it is read here. */
    private Optional<String> moment(String value, String kind, String what, String remedy) {
        var wrong = yielding(what, value, Set.of(Date.class, String.class), "算不出时间");
        if (wrong.isPresent()) {
            return wrong.map(words -> words + remedy);
        }
        return expressions
                .constant(value)
                .flatMap(text -> TimeBounds.timer(kind, text))
                .map(why -> what + "“" + shown(value) + "”" + why);
    }

    private Optional<String> number(String what, String value) {
        if (isExpression(value)) {
            return yielding(what, value, Set.of(Number.class), "要是整数");
        }
        return value.strip().matches("\\d{1,4}") ? none() : says(what, value, "要是 0 到 9999 之间的整数");
    }

    private Optional<String> count(String what, String value) {
        if (isExpression(value)) {
            var wrong = yielding(what, value, Set.of(Number.class), "要是整数");
            return wrong.isPresent() ? wrong : expressions.constant(value).flatMap(number -> count(what, number));
        }
        return value.strip().matches("[1-9]\\d?|100") ? none() : says(what, value, "要是 1 到 100 之间的整数");
    }

    private Optional<String> groups(String what, String value) {
        if (isExpression(value)) {
            return yielding(what, value, Set.of(String.class, Collection.class), "算不出组");
        }
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(group -> !known.groups().contains(group))
                .findFirst()
                .map(group -> what + " " + group + " 不存在");
    }

    /** Nobody could do a task that waits for an account there is not. */
    private Optional<String> accounts(String what, String value) {
        if (isExpression(value)) {
            return expression(what, value);
        }
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(account -> !known.accounts().test(account))
                .findFirst()
                .map(account -> what + "“" + account + "”没有这个账号，请改写候选组，由组里的人办理");
    }

    private Optional<String> delegate(String what, String value, Class<?>... roles) {
        return expressions.delegateObjection(value, roles).map(why -> what + "“" + shown(value) + "”" + why);
    }
}
