package org.qibu.engine.gate.expression;

import jakarta.validation.constraints.Max;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstParameters;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.qibu.engine.RoutingCode;
import org.qibu.engine.SetsVariable;
import org.springframework.util.ClassUtils;

/**
 * The few expressions a model may contain: variables, literals, comparisons, and calls of the beans made for models. Said
 * as what is allowed, over the parsed expression, so that nothing has to be thought of to be refused.
 */
public final class ExpressionRules {

    private static final Set<Class<?>> PLAIN = Set.of(
            AstEval.class,
            AstBinary.class,
            AstUnary.class,
            AstNested.class,
            AstParameters.class,
            AstIdentifier.class,
            AstString.class,
            AstNumber.class,
            AstBoolean.class,
            AstNull.class);
    private static final Set<Object> COMPARING = Set.of(
            AstBinary.AND,
            AstBinary.OR,
            AstBinary.EQ,
            AstBinary.NE,
            AstBinary.LT,
            AstBinary.LE,
            AstBinary.GT,
            AstBinary.GE);
    private static final Set<AstBinary.Operator> EQUALS = Set.of(AstBinary.EQ, AstBinary.NE);
    private static final Map<Class<?>, Class<?>> LITERALS =
            Map.of(AstString.class, String.class, AstNumber.class, Number.class, AstBoolean.class, Boolean.class);
    private static final Set<String> ALWAYS =
            Set.of("#{execution.processBusinessKey}", "${execution.processBusinessKey}");
    /** What says which matter a process works on. */
    public static final Set<String> OF_THE_MATTER = Set.of("matterNo", "communityCode");

    private static final Pattern VARIABLE = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,99}");
    private static final int LONGEST = 500;

    private final Map<String, Class<?>> beans;

    /**
     * @param beans those made for models, by name
     */
    public ExpressionRules(Map<String, Class<?>> beans) {
        this.beans = beans;
    }

    /** Why this text must not stand in a model, in words that follow the quoted text; empty where it may. */
    public Optional<String> objection(String text) {
        if (ALWAYS.contains(text.strip())) {
            return Optional.empty();
        }
        if (text.length() > LONGEST) {
            return Optional.of("超过 " + LONGEST + " 个字符");
        }
        try {
            return objection((Node) parse(text));
        } catch (TreeBuilderException | StackOverflowError e) {
            return Optional.of("看不懂，请检查括号和引号");
        }
    }

    /** What an allowed expression yields; nothing where only the values of a matter tell. */
    public Optional<Class<?>> type(String text) {
        return ALWAYS.contains(text.strip()) ? Optional.of(String.class) : type((Node) parse(text));
    }

    /** The variables an expression asks for; none where it cannot be read. */
    public Set<String> variables(String text) {
        var names = new LinkedHashSet<String>();
        nodes(text).stream()
                .filter(AstIdentifier.class::isInstance)
                .map(node -> ((AstIdentifier) node).getName())
                .filter(name -> !beans.containsKey(name))
                .forEach(names::add);
        return names;
    }

    /** The texts written in an expression, among which are the names of variables a component sets. */
    public Set<String> named(String text) {
        var names = new LinkedHashSet<String>();
        nodes(text).stream()
                .filter(AstMethod.class::isInstance)
                .flatMap(call -> below(call).stream())
                .filter(AstString.class::isInstance)
                .map(node -> String.valueOf(((AstString) node).eval(null, null)))
                .filter(name -> name.matches("[\\p{L}_][\\p{L}\\p{N}_]*"))
                .forEach(names::add);
        return names;
    }

    /** Whether a component of this name can be called, which a variable of the same name would hide. */
    public boolean isComponent(String name) {
        return beans.containsKey(name);
    }

    /** The components an expression names that do a step, and so can set variables. */
    public Set<String> delegates(String text) {
        return nodes(text).stream()
                .filter(AstIdentifier.class::isInstance)
                .map(node -> ((AstIdentifier) node).getName())
                .filter(name -> JavaDelegate.class.isAssignableFrom(beans.getOrDefault(name, Void.class)))
                .collect(Collectors.toSet());
    }

    /** An expression as it was read; nothing where it cannot be. */
    public static Optional<Node> tree(String text) {
        try {
            return Optional.of(parse(text));
        } catch (TreeBuilderException | StackOverflowError unreadable) {
            return Optional.empty();
        }
    }

    private static List<Node> nodes(String text) {
        try {
            return below(parse(text));
        } catch (TreeBuilderException | StackOverflowError unreadable) {
            return List.of();
        }
    }

    private static List<Node> below(Node node) {
        var nodes = new ArrayList<Node>();
        collect(node, nodes);
        return nodes;
    }

    private static void collect(Node node, List<Node> nodes) {
        nodes.add(node);
        for (int i = 0; i < node.getCardinality(); i++) {
            collect(node.getChild(i), nodes);
        }
    }

    /** The text an expression yields whatever the values of a matter are, such as {@code ${'P3D'}}. */
    public Optional<String> constant(String text) {
        var root = parse(text);
        var inner = root instanceof AstEval ? root.getChild(0) : root;
        var isConstant = inner instanceof AstString || inner instanceof AstNumber || inner instanceof AstText;
        return isConstant ? Optional.of(String.valueOf(((AstNode) inner).eval(null, null))) : Optional.empty();
    }

    /** Whether a text is one expression as a whole. */
    public boolean isOneExpression(String text) {
        return ALWAYS.contains(text.strip()) || parse(text) instanceof AstEval;
    }

    /** Why this text is not the name of a bean that can be run as one of these, as a delegate has to be. */
    public Optional<String> delegateObjection(String text, Class<?>... roles) {
        var name = text.strip().replaceAll("^[$#]\\{\\s*(\\w+)\\s*}$", "$1");
        if (!beans.containsKey(name)) {
            return Optional.of("不是流程组件的名称");
        }
        return Arrays.stream(roles).anyMatch(role -> role.isAssignableFrom(beans.get(name)))
                ? Optional.empty()
                : Optional.of("不能用在这里");
    }

    private static AstNode parse(String text) {
        return (AstNode)
                new Builder(Builder.Feature.METHOD_INVOCATIONS).build(text).getRoot();
    }

    private Optional<Class<?>> type(Node node) {
        if (node instanceof AstEval || node instanceof AstNested) {
            return type(node.getChild(0));
        }
        if (node instanceof AstMethod call) {
            return method(call)
                    .map(method -> (Class<?>) ClassUtils.resolvePrimitiveIfNecessary(method.getReturnType()));
        }
        if (node instanceof AstBinary binary) {
            return Optional.of(COMPARING.contains(binary.getOperator()) ? Boolean.class : Number.class);
        }
        if (node instanceof AstUnary unary) {
            return Optional.of(unary.getOperator() == AstUnary.NEG ? Number.class : Boolean.class);
        }
        if (node instanceof AstIdentifier name && beans.containsKey(name.getName())) {
            return Optional.of(beans.get(name.getName()));
        }
        return Optional.ofNullable(LITERALS.get(node.getClass()));
    }

    private Optional<String> objection(Node node) {
        if (node instanceof AstMethod call) {
            return callObjection(call);
        }
        if (node instanceof AstComposite) {
            return Optional.of("把文字和 ${…} 写在了一起，请只写文字，或者整个写成一个 ${…}");
        }
        if (!PLAIN.contains(node.getClass())) {
            return Optional.of("里不允许 " + written(node));
        }
        if (node instanceof AstBinary binary && EQUALS.contains(binary.getOperator())) {
            var never = Stream.of(node.getChild(0), node.getChild(1))
                    .filter(AstString.class::isInstance)
                    .flatMap(side -> keptObjection(side).stream())
                    .findFirst();
            if (never.isPresent()) {
                return never;
            }
        }
        return childrenObjection(node);
    }

    /** Why what an expression comes to cannot be kept in a variable: it is a text for people, and only codes are kept. */
    public Optional<String> keptObjection(String text) {
        return tree(text).flatMap(ExpressionRules::keptObjection);
    }

    private static Optional<String> keptObjection(Node node) {
        return below(node).stream()
                .filter(AstString.class::isInstance)
                .map(each -> said((AstString) each))
                .filter(said -> !RoutingCode.is(said))
                .findFirst()
                .map(said -> "里的“" + said + "”不是代码，流程里" + RoutingCode.WORDS + "，给人看的文字请写在名称和标签里");
    }

    private Optional<String> callObjection(AstMethod call) {
        if (!(call.getChild(0) instanceof AstDot dot)
                || !(dot.getChild(0) instanceof AstIdentifier bean)
                || !beans.containsKey(bean.getName())) {
            return Optional.of("里不允许调用 " + written(call));
        }
        var method = method(call);
        return method.isEmpty()
                ? Optional.of("里的 " + written(call) + " 不存在，请检查名称和参数个数")
                : argumentObjection(method.get(), call.getChild(1)).or(() -> childrenObjection(call.getChild(1)));
    }

    /** The method of a bean that a call will run. */
    public Optional<Method> method(AstMethod call) {
        if (!(call.getChild(0) instanceof AstDot dot) || !(dot.getChild(0) instanceof AstIdentifier bean)) {
            return Optional.empty();
        }
        var name = written(dot).substring(bean.getName().length()).replaceAll("[. ]", "");
        return Arrays.stream(beans.getOrDefault(bean.getName(), Void.class).getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> method.getName().equals(name))
                .filter(method -> method.getParameterCount() == call.getChild(1).getCardinality())
                .findFirst();
    }

    /** What is written as an argument has to be of its kind, and within the bounds the method declares. */
    private Optional<String> argumentObjection(Method method, Node arguments) {
        var isKept =
                Arrays.stream(method.getParameters()).anyMatch(each -> each.isAnnotationPresent(SetsVariable.class));
        for (int i = 0; i < arguments.getCardinality(); i++) {
            var argument = arguments.getChild(i);
            var parameter = method.getParameters()[i];
            if (parameter.isAnnotationPresent(SetsVariable.class)) {
                var named = argument instanceof AstString text ? nameObjection(said(text)) : Optional.of("里的变量名要直接写出");
                if (named.isPresent()) {
                    return named;
                }
            }
            if (isKept && !parameter.isAnnotationPresent(SetsVariable.class)) {
                var unkept = keptObjection(argument);
                if (unkept.isPresent()) {
                    return unkept;
                }
            }
            var isNumber = ClassUtils.resolvePrimitiveIfNecessary(parameter.getType()) == Integer.class;
            if (!isNumber || type(argument).isEmpty()) {
                continue;
            }
            var value = written(argument).replace(" ", "");
            var most = parameter.isAnnotationPresent(Max.class)
                    ? parameter.getAnnotation(Max.class).value()
                    : Integer.MAX_VALUE;
            if (!value.matches("\\d{1,9}") || Long.parseLong(value) > most) {
                return Optional.of("里的 " + value + " 要是 0 到 " + most + " 之间的整数");
            }
        }
        return Optional.empty();
    }

    /** Why a model cannot set a variable of this name: it would hide a component, or give the matter another number. */
    private Optional<String> nameObjection(String name) {
        if (OF_THE_MATTER.contains(name)) {
            return Optional.of("不能改 " + name + "，它说明这是哪件事项");
        }
        return !VARIABLE.matcher(name).matches() || isComponent(name)
                ? Optional.of("里的“" + name + "”不能用作变量名")
                : Optional.empty();
    }

    private static String said(AstString text) {
        return String.valueOf(text.eval(null, null));
    }

    private static String written(Node node) {
        var text = new StringBuilder();
        ((AstNode) node).appendStructure(text, null);
        return text.toString().strip();
    }

    private Optional<String> childrenObjection(Node node) {
        for (int i = 0; i < node.getCardinality(); i++) {
            var found = objection(node.getChild(i));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
