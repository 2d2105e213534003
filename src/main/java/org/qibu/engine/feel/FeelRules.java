package org.qibu.engine.feel;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.feel.syntaxtree.Addition;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.AtLeastOne;
import org.camunda.feel.syntaxtree.Conjunction;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstDate;
import org.camunda.feel.syntaxtree.ConstDateTime;
import org.camunda.feel.syntaxtree.ConstDayTimeDuration;
import org.camunda.feel.syntaxtree.ConstInputValue$;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstLocalDateTime;
import org.camunda.feel.syntaxtree.ConstLocalTime;
import org.camunda.feel.syntaxtree.ConstNull$;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstRange;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.ConstTime;
import org.camunda.feel.syntaxtree.ConstYearMonthDuration;
import org.camunda.feel.syntaxtree.Disjunction;
import org.camunda.feel.syntaxtree.Division;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Exponentiation;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.GreaterOrEqual;
import org.camunda.feel.syntaxtree.GreaterThan;
import org.camunda.feel.syntaxtree.If;
import org.camunda.feel.syntaxtree.In;
import org.camunda.feel.syntaxtree.InputEqualTo;
import org.camunda.feel.syntaxtree.InputGreaterOrEqual;
import org.camunda.feel.syntaxtree.InputGreaterThan;
import org.camunda.feel.syntaxtree.InputInRange;
import org.camunda.feel.syntaxtree.InputLessOrEqual;
import org.camunda.feel.syntaxtree.InputLessThan;
import org.camunda.feel.syntaxtree.LessOrEqual;
import org.camunda.feel.syntaxtree.LessThan;
import org.camunda.feel.syntaxtree.Multiplication;
import org.camunda.feel.syntaxtree.NamedFunctionParameters;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import org.camunda.feel.syntaxtree.Subtraction;
import org.camunda.feel.syntaxtree.UnaryTestExpression;

/**
 * The FEEL a decision table may contain: variables, literals, comparisons, arithmetic, and a few functions. Said as what is
 * allowed, over the parsed expression. Nothing allowed repeats, calls itself, or makes a value that is larger than the
 * expression and the variables it names, so that whatever is let through ends in a time that grows with its length alone.
 */
final class FeelRules {

    private static final Set<Class<?>> PLAIN = Set.of(
            Addition.class,
            ArithmeticNegation.class,
            AtLeastOne.class,
            Conjunction.class,
            ConstBool.class,
            ConstDate.class,
            ConstDateTime.class,
            ConstDayTimeDuration.class,
            ConstInputValue$.class,
            ConstList.class,
            ConstLocalDateTime.class,
            ConstLocalTime.class,
            ConstNull$.class,
            ConstNumber.class,
            ConstRange.class,
            ConstString.class,
            ConstTime.class,
            ConstYearMonthDuration.class,
            Disjunction.class,
            Division.class,
            Equal.class,
            GreaterOrEqual.class,
            GreaterThan.class,
            If.class,
            In.class,
            InputEqualTo.class,
            InputGreaterOrEqual.class,
            InputGreaterThan.class,
            InputInRange.class,
            InputLessOrEqual.class,
            InputLessThan.class,
            LessOrEqual.class,
            LessThan.class,
            Multiplication.class,
            Not.class,
            Subtraction.class,
            UnaryTestExpression.class);

    /** Conditions that compare with the value of the column by themselves; the engine has no question mark in them. */
    private static final Set<Class<?>> COMPARED_WITH_INPUT = Set.of(
            InputEqualTo.class,
            InputGreaterOrEqual.class,
            InputGreaterThan.class,
            InputInRange.class,
            InputLessOrEqual.class,
            InputLessThan.class);

    /**
     * Functions by name, with the least and the most arguments. Left out are those with regular expressions, with a scale
     * chosen by the caller, that read a number of any size from a text, and that look at the clock of the machine.
     */
    private static final Map<String, Arity> FUNCTIONS = Map.ofEntries(
            Map.entry("not", new Arity(1, 1)),
            Map.entry("contains", new Arity(2, 2)),
            Map.entry("starts with", new Arity(2, 2)),
            Map.entry("ends with", new Arity(2, 2)),
            Map.entry("string length", new Arity(1, 1)),
            Map.entry("substring", new Arity(2, 3)),
            Map.entry("upper case", new Arity(1, 1)),
            Map.entry("lower case", new Arity(1, 1)),
            Map.entry("string", new Arity(1, 1)),
            Map.entry("abs", new Arity(1, 1)),
            Map.entry("floor", new Arity(1, 1)),
            Map.entry("ceiling", new Arity(1, 1)),
            Map.entry("min", new Arity(1, 10)),
            Map.entry("max", new Arity(1, 10)),
            Map.entry("sum", new Arity(1, 10)),
            Map.entry("count", new Arity(1, 1)),
            Map.entry("list contains", new Arity(2, 2)),
            Map.entry("date", new Arity(1, 3)),
            Map.entry("date and time", new Arity(1, 2)),
            Map.entry("time", new Arity(1, 3)),
            Map.entry("duration", new Arity(1, 1)),
            Map.entry("is defined", new Arity(1, 1)));

    private static final Map<Class<?>, String> CALLED = Map.of(
            For.class, "for",
            SomeItem.class, "some",
            EveryItem.class, "every",
            Exponentiation.class, "**",
            PathExpression.class, "a.b");

    private FeelRules() {}

    private record Arity(int least, int most) {}

    /** Why this must not stand in a decision table, in words that follow the quoted expression; empty where it may. */
    static Optional<String> objection(Object node) {
        if (node instanceof FunctionInvocation call) {
            return callObjection(call).or(() -> childrenObjection(call.params()));
        }
        if (node instanceof NamedFunctionParameters) {
            return Optional.of("里函数的参数请按次序写，不写参数名");
        }
        if (COMPARED_WITH_INPUT.contains(node.getClass()) && FeelTree.asksForInput(node)) {
            return Optional.of("比较符号后面不能用问号");
        }
        if (node instanceof Ref reference && reference.names().size() != 1) {
            return Optional.of("不允许用点取值，请只写变量名");
        }
        if (node instanceof Exp && !(node instanceof Ref) && !PLAIN.contains(node.getClass())) {
            return Optional.of("不允许"
                    + Optional.ofNullable(CALLED.get(node.getClass()))
                            .map(" %s "::formatted)
                            .orElse("这种写法") + "，判定表只用比较、四则运算和少数函数");
        }
        return childrenObjection(node);
    }

    private static Optional<String> callObjection(FunctionInvocation call) {
        var arity = FUNCTIONS.get(call.function());
        if (arity == null) {
            return Optional.of("不允许函数 " + call.function() + "，可用的有 contains、starts with、min、max 等");
        }
        var given = call.params() instanceof PositionalFunctionParameters positional
                ? positional.params().size()
                : arity.least();
        return given < arity.least() || given > arity.most()
                ? Optional.of("里函数 " + call.function() + " 的参数个数不对，要 " + arity.least()
                        + (arity.least() == arity.most() ? "" : " 到 " + arity.most()) + " 个")
                : Optional.empty();
    }

    private static Optional<String> childrenObjection(Object node) {
        return FeelTree.children(node).stream()
                .map(FeelRules::objection)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
