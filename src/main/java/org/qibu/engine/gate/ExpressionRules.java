package org.qibu.engine.gate;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
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
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * The few expressions a model may contain: variables, literals, comparisons, and calls of the beans made for models. Said
 * as what is allowed, over the parsed expression, so that nothing has to be thought of to be refused.
 */
final class ExpressionRules {

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
    private static final Set<String> ALWAYS =
            Set.of("#{execution.processBusinessKey}", "${execution.processBusinessKey}");
    private static final int LONGEST = 500;

    private final Set<String> beans;

    ExpressionRules(Set<String> beans) {
        this.beans = beans;
    }

    /** Why this text must not stand in a model; empty where it may. */
    Optional<String> objection(String text) {
        if (ALWAYS.contains(text.strip())) {
            return Optional.empty();
        }
        if (text.length() > LONGEST) {
            return Optional.of("表达式超过 " + LONGEST + " 个字符");
        }
        try {
            return objection((Node)
                    new Builder(Builder.Feature.METHOD_INVOCATIONS).build(text).getRoot());
        } catch (TreeBuilderException e) {
            return Optional.of("表达式 " + text + " 无法解析");
        }
    }

    /** Why this text is not the name of a bean made for models, as a delegate has to be. */
    Optional<String> delegateObjection(String text) {
        var name = text.strip().replaceAll("^[$#]\\{\\s*(\\w+)\\s*}$", "$1");
        return beans.contains(name) ? Optional.empty() : Optional.of("没有名为 " + text + " 的流程组件");
    }

    private Optional<String> objection(Node node) {
        if (node instanceof AstMethod call) {
            return callObjection(call);
        }
        if (!PLAIN.contains(node.getClass())) {
            return Optional.of("表达式中不允许 " + node);
        }
        return childrenObjection(node);
    }

    private Optional<String> callObjection(AstMethod call) {
        var target = (AstNode) call.getChild(0);
        var onBean = target instanceof AstDot dot
                && dot.getChild(0) instanceof AstIdentifier bean
                && beans.contains(bean.getName());
        return onBean ? childrenObjection(call.getChild(1)) : Optional.of("表达式中不允许调用 " + call);
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
