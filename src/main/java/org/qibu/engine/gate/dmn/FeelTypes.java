package org.qibu.engine.gate.dmn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.feel.syntaxtree.Addition;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
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
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.ConstTime;
import org.camunda.feel.syntaxtree.ConstYearMonthDuration;
import org.camunda.feel.syntaxtree.Disjunction;
import org.camunda.feel.syntaxtree.Division;
import org.camunda.feel.syntaxtree.Equal;
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
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.Subtraction;
import org.camunda.feel.syntaxtree.UnaryTestExpression;
import org.qibu.engine.feel.FeelTree;

/**
 * Finds what FEEL evaluates to nothing without a word: the engine answers null or false where a text is compared with a
 * number, so the row would never apply and nobody would be told.
 */
final class FeelTypes {

    private static final Map<Class<?>, FeelKind> LITERALS = Map.ofEntries(
            Map.entry(ConstString.class, FeelKind.TEXT),
            Map.entry(ConstNumber.class, FeelKind.NUMBER),
            Map.entry(ConstBool.class, FeelKind.TRUTH),
            Map.entry(ConstDate.class, FeelKind.DAY),
            Map.entry(ConstDateTime.class, FeelKind.MOMENT),
            Map.entry(ConstLocalDateTime.class, FeelKind.MOMENT),
            Map.entry(ConstTime.class, FeelKind.CLOCK),
            Map.entry(ConstLocalTime.class, FeelKind.CLOCK),
            Map.entry(ConstDayTimeDuration.class, FeelKind.SPAN),
            Map.entry(ConstYearMonthDuration.class, FeelKind.SPAN),
            Map.entry(ConstList.class, FeelKind.LIST),
            Map.entry(ConstNull$.class, FeelKind.NOTHING));
    private static final Set<Class<?>> ORDER =
            Set.of(LessThan.class, LessOrEqual.class, GreaterThan.class, GreaterOrEqual.class);
    private static final Set<Class<?>> INPUT_ORDER = Set.of(
            InputLessThan.class,
            InputLessOrEqual.class,
            InputGreaterThan.class,
            InputGreaterOrEqual.class,
            InputInRange.class);
    private static final Set<Class<?>> ARITHMETIC =
            Set.of(Subtraction.class, Multiplication.class, Division.class, ArithmeticNegation.class);
    private static final Map<String, FeelKind> RESULTS = Map.ofEntries(
            Map.entry("not", FeelKind.TRUTH),
            Map.entry("contains", FeelKind.TRUTH),
            Map.entry("starts with", FeelKind.TRUTH),
            Map.entry("ends with", FeelKind.TRUTH),
            Map.entry("list contains", FeelKind.TRUTH),
            Map.entry("is defined", FeelKind.TRUTH),
            Map.entry("string length", FeelKind.NUMBER),
            Map.entry("abs", FeelKind.UNKNOWN),
            Map.entry("floor", FeelKind.NUMBER),
            Map.entry("ceiling", FeelKind.NUMBER),
            Map.entry("count", FeelKind.NUMBER),
            Map.entry("substring", FeelKind.TEXT),
            Map.entry("upper case", FeelKind.TEXT),
            Map.entry("lower case", FeelKind.TEXT),
            Map.entry("string", FeelKind.TEXT),
            Map.entry("date", FeelKind.DAY),
            Map.entry("date and time", FeelKind.MOMENT),
            Map.entry("time", FeelKind.CLOCK),
            Map.entry("duration", FeelKind.SPAN));
    private static final Set<String> OF_TEXT =
            Set.of("contains", "starts with", "ends with", "string length", "substring", "upper case", "lower case");
    private static final Set<String> OF_NUMBER = Set.of("floor", "ceiling");

    private final FeelKind input;
    private final Map<String, FeelKind> variables;
    private String objection;

    private FeelTypes(FeelKind input, Map<String, FeelKind> variables) {
        this.input = input;
        this.variables = variables;
    }

    /** Why the condition of a cell can never hold; empty where nothing is known against it. */
    static Optional<String> ofTest(Object tree, FeelKind column, Map<String, FeelKind> variables) {
        var types = new FeelTypes(column, variables);
        types.kind(tree);
        return Optional.ofNullable(types.objection);
    }

    /** Why an expression cannot yield a value of a kind; empty where nothing is known against it. */
    static Optional<String> ofExpression(Object tree, FeelKind wanted, Map<String, FeelKind> variables) {
        var types = new FeelTypes(FeelKind.UNKNOWN, variables);
        types.mustFit(types.kind(tree), wanted);
        return Optional.ofNullable(types.objection);
    }

    private FeelKind kind(Object node) {
        var type = node.getClass();
        if (LITERALS.containsKey(type)) {
            return LITERALS.get(type);
        }
        if (node instanceof ConstInputValue$) {
            return input;
        }
        if (node instanceof Ref reference) {
            return variables.getOrDefault(reference.names().mkString("."), FeelKind.UNKNOWN);
        }
        if (node instanceof FunctionInvocation call) {
            return call(call);
        }
        var parts = FeelTree.children(node).stream().map(this::kind).toList();
        return kind(node, type, parts);
    }

    private FeelKind kind(Object node, Class<?> type, List<FeelKind> parts) {
        if (node instanceof UnaryTestExpression test) {
            var only = parts.get(0);
            if (isDifferenceOfLiterals(test.exp())) {
                object("会算成两数之差");
            }
            if (only != FeelKind.TRUTH && only != FeelKind.LIST) {
                mustFit(only, input);
            }
        } else if (node instanceof InputEqualTo) {
            mustFit(parts.get(0), input);
        } else if (INPUT_ORDER.contains(type)) {
            FeelTree.children(node).forEach(this::mustBeOrderedInput);
        } else if (node instanceof Equal || ORDER.contains(type)) {
            mustFit(parts.get(0), parts.get(1));
        } else if (node instanceof Conjunction || node instanceof Disjunction) {
            parts.forEach(part -> mustFit(part, FeelKind.TRUTH));
        } else if (node instanceof In) {
            return FeelKind.TRUTH;
        } else if (node instanceof If) {
            return parts.get(1) == parts.get(2) ? parts.get(1) : FeelKind.UNKNOWN;
        } else if (node instanceof Addition) {
            mustFitUnlessTemporal(parts);
            return common(parts);
        } else if (ARITHMETIC.contains(type)) {
            parts.stream()
                    .filter(FeelTypes::isNoNumber)
                    .findFirst()
                    .ifPresent(part -> object("里的" + part.words() + "不能计算"));
            return common(parts);
        } else {
            return FeelKind.UNKNOWN;
        }
        return FeelKind.TRUTH;
    }

    /** 3-6 is 3 minus 6 in FEEL; whoever writes it in a condition means a range. */
    private static boolean isDifferenceOfLiterals(Object expression) {
        return expression instanceof Subtraction
                && FeelTree.children(expression).stream().allMatch(ConstNumber.class::isInstance);
    }

    private void mustBeOrderedInput(Object boundary) {
        var kind = FeelKind.UNKNOWN;
        for (var child : LITERALS.containsKey(boundary.getClass()) ? List.of(boundary) : FeelTree.children(boundary)) {
            kind = kind(child);
            mustFit(kind, input);
            for (var inner : FeelTree.children(child)) {
                if (LITERALS.containsKey(inner.getClass())) {
                    mustFit(kind(inner), input);
                }
            }
        }
        if (!kind.isOrdered() || !input.isOrdered()) {
            object("不能比大小");
        }
    }

    private FeelKind call(FunctionInvocation call) {
        var given = FeelTree.children(call.params()).stream()
                .flatMap(list -> FeelTree.children(list).stream())
                .map(this::kind)
                .toList();
        var first = given.isEmpty() ? FeelKind.UNKNOWN : given.get(0);
        if (OF_TEXT.contains(call.function())) {
            mustFit(first, FeelKind.TEXT);
        } else if (OF_NUMBER.contains(call.function())) {
            mustFit(first, FeelKind.NUMBER);
        }
        return RESULTS.getOrDefault(call.function(), FeelKind.UNKNOWN);
    }

    private void mustFitUnlessTemporal(List<FeelKind> parts) {
        if (parts.stream().noneMatch(FeelTypes::isTemporal)) {
            mustFit(parts.get(0), parts.get(1));
        }
    }

    private static FeelKind common(List<FeelKind> parts) {
        var first = parts.get(0);
        return parts.stream().allMatch(part -> part == first) && !isTemporal(first) ? first : FeelKind.UNKNOWN;
    }

    private static boolean isNoNumber(FeelKind kind) {
        return kind == FeelKind.TEXT || kind == FeelKind.TRUTH || kind == FeelKind.LIST;
    }

    private static boolean isTemporal(FeelKind kind) {
        return kind == FeelKind.MOMENT || kind == FeelKind.DAY || kind == FeelKind.CLOCK || kind == FeelKind.SPAN;
    }

    private void mustFit(FeelKind is, FeelKind wanted) {
        if (!is.fits(wanted)) {
            object("是" + is.words() + "，这里要" + wanted.words());
        }
    }

    private void object(String words) {
        objection = objection == null ? words : objection;
    }
}
