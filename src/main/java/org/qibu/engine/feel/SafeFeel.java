package org.qibu.engine.feel;

import camundajar.impl.scala.util.Either;
import camundajar.impl.scala.util.Right;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.syntaxtree.Addition;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.ConstNull$;
import org.camunda.feel.syntaxtree.Division;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.Multiplication;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Subtraction;

/**
 * The FEEL engine of the shipped product, held to {@link FeelRules}: what the gate reads and what decides in a matter are
 * this one class, and a table that came into the database some other way is not evaluated beyond the rules either.
 *
 * <p>What the rules allow is worked out from the variables it names and nothing else, no clock among them; so what came out
 * for the same short values is remembered and not worked out again.
 */
public final class SafeFeel extends ScalaFeelEngine {

    /** Signs of the longest expression of a cell. */
    static final int LONGEST = 1_000;

    /** Signs of the longest text a cell may yield, so that tables asking one another cannot double it without end. */
    private static final int LONGEST_RESULT = 4_000;

    private static final int REMEMBERED = 20_000;
    /** Signs of the longest text that is remembered as a value or a result; longer ones are what people wrote. */
    private static final int LONGEST_REMEMBERED = 60;

    /** Brackets within brackets, and conditions; the parser tries each level anew, twice or more for each. */
    private static final int DEEPEST = 6;

    private static final Pattern CONDITION = Pattern.compile("\\bif\\b");
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern NULL = Pattern.compile("\\bnull\\b");
    /** What is worked out when an expression is evaluated. */
    private static final Set<Class<?>> CALCULATED = Set.of(
            FunctionInvocation.class,
            Addition.class,
            Subtraction.class,
            Multiplication.class,
            Division.class,
            ArithmeticNegation.class);

    /** What a value may be whose result is remembered. */
    private static final Set<Class<?>> PLAIN =
            Set.of(Boolean.class, Short.class, Integer.class, Long.class, Double.class, Value.class);

    private final Cache<Asked, Read> read =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Cache<Calculation, Object> results =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    public SafeFeel() {
        super(null);
    }

    /** What a variable may be instead of a value. */
    private enum Value {
        NULL,
        ABSENT
    }

    private record Asked(String text, boolean isTest) {}

    /** An expression with the values it is worked out from, those of the variables it names and of its column. */
    private record Calculation(Asked asked, List<Object> values) {}

    /**
     * What became of a text.
     *
     * @param tree the parsed expression; null where the text is none
     * @param objection in words that follow the quoted text; null where it may stand in a table
     * @param variables it names
     */
    public record Read(Exp tree, String objection, Set<String> variables) {

        private static Read unreadable(String objection) {
            return new Read(null, objection, Set.of());
        }

        public boolean isReadable() {
            return tree != null;
        }

        public boolean isAllowed() {
            return objection == null;
        }
    }

    /** Reads the condition of a cell of an input column. */
    public Read test(String text) {
        return read.get(new Asked(text, true), this::read);
    }

    /** Reads an expression that yields a value. */
    public Read expression(String text) {
        return read.get(new Asked(text, false), this::read);
    }

    /**
     * Whether something in an expression comes to nothing whatever the variables are, such as a day no calendar has or a
     * division by zero; what is compared with it never holds, and nobody is told.
     */
    public boolean comesToNothing(String text, Exp tree) {
        var said = NULL.matcher(TEXT.matcher(text).replaceAll(" ")).results().count();
        return FeelTree.count(tree, ConstNull$.class) > said
                || constants(tree).stream().anyMatch(this::isNothing);
    }

    /** The largest parts that are calculated and name no variable. */
    private static List<Exp> constants(Object node) {
        var isCalculated = node instanceof Exp && CALCULATED.contains(node.getClass());
        if (isCalculated && FeelTree.variables(node).isEmpty() && !FeelTree.asksForInput(node)) {
            return List.of((Exp) node);
        }
        return FeelTree.children(node).stream()
                .flatMap(child -> constants(child).stream())
                .toList();
    }

    private boolean isNothing(Exp constant) {
        var value = feelEngine.eval(new ParsedExpression(constant, ""), Map.<String, Object>of());
        return !(value instanceof Right<FeelEngine.Failure, Object> right) || right.value() == null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String text, VariableContext variables) {
        var read = expression(text);
        mustBeAllowed(text, read);
        var result = remembered(
                new Calculation(new Asked(text, false), values(read, null, variables)),
                () -> super.evaluateSimpleExpression(text, variables));
        if (result instanceof CharSequence words && words.length() > LONGEST_RESULT) {
            throw new FeelException("the result of " + text + " is longer than " + LONGEST_RESULT + " characters");
        }
        return (T) result;
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String text, String input, VariableContext variables) {
        var read = test(text);
        mustBeAllowed(text, read);
        return (boolean) remembered(
                new Calculation(new Asked(text, true), values(read, input, variables)),
                () -> super.evaluateSimpleUnaryTests(text, input, variables));
    }

    private Object remembered(Calculation calculation, Supplier<Object> work) {
        if (!calculation.values().stream().allMatch(SafeFeel::isPlain)) {
            return work.get();
        }
        var known = results.getIfPresent(calculation);
        if (known != null) {
            return known == Value.NULL ? null : known;
        }
        var result = work.get();
        var kept = result == null ? Value.NULL : result;
        if (isPlain(kept)) {
            results.put(calculation, kept);
        }
        return result;
    }

    /** @param input the variable of the column; null for an expression that belongs to none */
    private static List<Object> values(Read read, String input, VariableContext variables) {
        var values = new ArrayList<>(read.variables().size() + 1);
        read.variables().forEach(name -> values.add(value(name, variables)));
        if (input != null) {
            values.add(value(input, variables));
        }
        return values;
    }

    private static Object value(String name, VariableContext variables) {
        if (!variables.containsVariable(name)) {
            return Value.ABSENT;
        }
        var value = variables.resolve(name);
        return value == null || value.getValue() == null ? Value.NULL : value.getValue();
    }

    private static boolean isPlain(Object value) {
        return value instanceof String text ? text.length() <= LONGEST_REMEMBERED : PLAIN.contains(value.getClass());
    }

    private static void mustBeAllowed(String text, Read read) {
        if (!read.isAllowed()) {
            throw new FeelException("not allowed in a decision table: " + text);
        }
    }

    private Read read(Asked asked) {
        if (asked.text().length() > LONGEST) {
            return Read.unreadable("超过 " + LONGEST + " 个字，请拆成几行");
        }
        if (depth(asked.text()) > DEEPEST) {
            return Read.unreadable("套得太深，请拆成几行");
        }
        try {
            return parsed(asked)
                    .map(tree -> new Read(tree, FeelRules.objection(tree).orElse(null), FeelTree.variables(tree)))
                    .orElse(Read.unreadable("看不懂"));
        } catch (StackOverflowError e) {
            return Read.unreadable("太长，请拆成几行");
        }
    }

    private Optional<Exp> parsed(Asked asked) {
        Either<FeelEngine.Failure, ParsedExpression> parsed =
                asked.isTest() ? feelEngine.parseUnaryTests(asked.text()) : feelEngine.parseExpression(asked.text());
        return parsed instanceof Right<FeelEngine.Failure, ParsedExpression> right
                ? Optional.of(right.value().expression())
                : Optional.empty();
    }

    private static int depth(String text) {
        var open = (int) CONDITION.matcher(text).results().count();
        var deepest = open;
        for (char sign : text.toCharArray()) {
            open += "([{".indexOf(sign) >= 0 ? 1 : ")]}".indexOf(sign) >= 0 ? -1 : 0;
            deepest = Math.max(deepest, open);
        }
        return deepest;
    }
}
