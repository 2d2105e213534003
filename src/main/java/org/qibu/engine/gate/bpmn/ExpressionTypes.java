package org.qibu.engine.gate.bpmn;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Node;
import org.qibu.engine.form.RoutingValue;
import org.qibu.engine.gate.expression.ExpressionRules;
import org.springframework.util.ClassUtils;

/**
 * Whether an expression takes a value for what it is. The engine stops a matter where a word is compared with a number or a
 * condition is neither yes nor no, and passes on without a word where a choice is asked for that there is not. Only what is
 * certain is objected to.
 */
public final class ExpressionTypes {

    private static final Set<Object> LOGICAL = Set.of(AstBinary.AND, AstBinary.OR);
    private static final Set<Object> EQUALITY = Set.of(AstBinary.EQ, AstBinary.NE);
    private static final Set<Object> ORDER = Set.of(AstBinary.LT, AstBinary.LE, AstBinary.GT, AstBinary.GE);
    private static final Set<String> TRUTHS = Set.of("true", "false");
    private static final int MOST_CHOICES = 6;

    private final ExpressionRules expressions;
    private final Map<String, RoutingValue> values;

    /** @param values by the name of the variable, those of which it is certain what they are */
    public ExpressionTypes(ExpressionRules expressions, Map<String, RoutingValue> values) {
        this.expressions = expressions;
        this.values = values;
    }

    /** Why an expression comes to nothing, in words that follow the quoted text; empty where nothing is known against it. */
    public Optional<String> objection(EvaluatedText text) {
        return ExpressionRules.tree(text.text())
                .filter(AstEval.class::isInstance)
                .map(root -> bare(root.getChild(0)))
                .flatMap(inner -> isOfTheMatter(inner)
                        ? ofNumber(text.kind(), name(inner))
                        : isKnown(inner) ? ofWhole(text.kind(), name(inner)) : within(inner));
    }

    private static boolean isOfTheMatter(Node node) {
        return node instanceof AstIdentifier && ExpressionRules.OF_THE_MATTER.contains(name(node));
    }

    /** What says which matter it is can be no amount, no moment and no group. */
    private static Optional<String> ofNumber(String kind, String name) {
        return switch (kind) {
            case "condition" -> Optional.of("要算出是或否，" + name + " 是编号");
            case "number", "count" -> Optional.of("要是整数，" + name + " 是编号");
            case "due", "timeDate", "timeDuration" -> Optional.of("算不出时间，" + name + " 是编号");
            case "groups", "accounts" -> Optional.of("算不出由谁办理，" + name + " 是编号");
            default -> Optional.empty();
        };
    }

    private Optional<String> ofWhole(String kind, String name) {
        var type = values.get(name).type();
        return switch (kind) {
            case "condition" -> type == Boolean.class ? Optional.empty() : Optional.of("要算出是或否，请写成 " + condition(name));
            case "number", "count" ->
                isNoNumber(name) ? Optional.of("要是整数，" + name + " 是" + words(name)) : Optional.empty();
            case "due", "timeDate", "timeDuration" ->
                type == String.class ? Optional.empty() : Optional.of("算不出时间，" + name + " 是" + words(name));
            case "groups" -> type == String.class ? Optional.empty() : Optional.of("算不出组，" + name + " 是" + words(name));
            default -> Optional.empty();
        };
    }

    private Optional<String> within(Node node) {
        return ofNode(node)
                .or(() -> IntStream.range(0, node.getCardinality())
                        .mapToObj(node::getChild)
                        .flatMap(child -> within(child).stream())
                        .findFirst());
    }

    private Optional<String> ofNode(Node node) {
        if (node instanceof AstMethod call) {
            return ofArguments(call);
        }
        if (node instanceof AstUnary unary && unary.getOperator() == AstUnary.NOT) {
            return ofTruth(unary.getChild(0));
        }
        if (node instanceof AstUnary unary && unary.getOperator() == AstUnary.NEG) {
            return ofAmount(unary.getChild(0));
        }
        if (!(node instanceof AstBinary binary)) {
            return Optional.empty();
        }
        var left = bare(binary.getChild(0));
        var right = bare(binary.getChild(1));
        if (LOGICAL.contains(binary.getOperator())) {
            return ofTruth(left).or(() -> ofTruth(right));
        }
        if (EQUALITY.contains(binary.getOperator()) || ORDER.contains(binary.getOperator())) {
            var isOrder = ORDER.contains(binary.getOperator());
            return ofComparison(left, right, isOrder).or(() -> ofComparison(right, left, isOrder));
        }
        return ofAmount(left).or(() -> ofAmount(right));
    }

    /** A word counts as no without being told, so only the word "true" could be meant. */
    private Optional<String> ofTruth(Node operand) {
        return known(operand)
                .filter(name -> values.get(name).type() == Number.class || isNoTruth(name))
                .map(name -> "里 " + name + " 是" + words(name) + "，要算出是或否，请写成 " + condition(name));
    }

    private Optional<String> ofAmount(Node operand) {
        return known(operand).filter(this::isNoNumber).map(name -> "里 " + name + " 是" + words(name) + "，不能计算");
    }

    private Optional<String> ofArguments(AstMethod call) {
        var method = expressions.method(call);
        var arguments = call.getChild(1);
        return method.stream()
                .flatMap(called -> IntStream.range(0, arguments.getCardinality())
                        .filter(i ->
                                ClassUtils.resolvePrimitiveIfNecessary(called.getParameterTypes()[i]) == Integer.class)
                        .mapToObj(arguments::getChild))
                .flatMap(argument -> known(argument).stream())
                .filter(this::isNoNumber)
                .map(name -> "里 " + name + " 是" + words(name) + "，这里要数字")
                .findFirst();
    }

    private Optional<String> ofComparison(Node value, Node other, boolean isOrder) {
        return known(value).flatMap(name -> {
            var type = values.get(name).type();
            var isMistaken = type == Boolean.class
                    ? isNumber(other)
                            || !isOrder && text(other).filter(this::isWord).isPresent()
                    : type == Number.class
                            ? other instanceof AstBoolean
                                    || text(other)
                                            .filter(said -> !said.isBlank() && !isNumeric(said))
                                            .isPresent()
                            : isNumber(other) && isNoNumber(name) || other instanceof AstBoolean && isNoTruth(name);
            return isMistaken
                    ? Optional.of(
                            "里 " + name + " 是" + words(name) + "，不能和 " + written(other) + " 比，请写成 " + condition(name))
                    : isOrder ? Optional.empty() : ofChoice(name, other);
        });
    }

    private Optional<String> ofChoice(String name, Node other) {
        var choices = values.get(name).choices();
        return text(other)
                .filter(said -> !said.isBlank() && !choices.isEmpty() && !choices.contains(said))
                .map(said -> "里的“" + said + "”不是 " + name + " 的选项，可选的有 " + shown(choices));
    }

    private boolean isWord(String said) {
        return !said.isBlank() && !TRUTHS.contains(said.toLowerCase(Locale.ROOT));
    }

    private boolean isNoTruth(String name) {
        var value = values.get(name);
        return value.type() == String.class
                && !value.choices().isEmpty()
                && value.choices().stream().allMatch(this::isWord);
    }

    private boolean isNoNumber(String name) {
        var value = values.get(name);
        return value.type() == Boolean.class
                || value.type() == String.class
                        && !value.choices().isEmpty()
                        && value.choices().stream().noneMatch(ExpressionTypes::isNumeric);
    }

    private static boolean isNumeric(String text) {
        try {
            new BigDecimal(text.strip());
            return true;
        } catch (NumberFormatException word) {
            return false;
        }
    }

    private static boolean isNumber(Node node) {
        return node instanceof AstNumber
                || node instanceof AstUnary unary
                        && unary.getOperator() == AstUnary.NEG
                        && bare(unary.getChild(0)) instanceof AstNumber;
    }

    private static Optional<String> text(Node node) {
        return node instanceof AstString text ? Optional.of(String.valueOf(text.eval(null, null))) : Optional.empty();
    }

    private Optional<String> known(Node node) {
        var inner = bare(node);
        return isKnown(inner) ? Optional.of(name(inner)) : Optional.empty();
    }

    private boolean isKnown(Node node) {
        return node instanceof AstIdentifier && values.containsKey(name(node));
    }

    private static String name(Node identifier) {
        return ((AstIdentifier) identifier).getName();
    }

    private static Node bare(Node node) {
        return node instanceof AstNested ? bare(node.getChild(0)) : node;
    }

    private static String written(Node node) {
        var text = new StringBuilder();
        ((AstNode) node).appendStructure(text, null);
        return text.toString().strip().replaceFirst("^- ", "-");
    }

    private String words(String name) {
        var value = values.get(name);
        if (value.type() != String.class) {
            return value.type() == Number.class ? "数字" : "勾选框";
        }
        return "文字" + (value.choices().isEmpty() ? "" : "（" + shown(value.choices()) + "）");
    }

    /** A condition that can be asked of a value. */
    private String condition(String name) {
        var value = values.get(name);
        if (value.type() == Boolean.class) {
            return "${" + name + "}";
        }
        var choice = value.choices().stream().findFirst().orElse("值");
        return "${" + name + (value.type() == Number.class ? " > 0}" : " == '" + choice + "'}");
    }

    private static String shown(Set<String> choices) {
        return choices.stream().limit(MOST_CHOICES).collect(Collectors.joining("、"))
                + (choices.size() > MOST_CHOICES ? "…" : "");
    }
}
