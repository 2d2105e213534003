package org.qibu.engine.listener;

import java.util.Collection;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Bounds how often an activity of a model is repeated for one matter. The number may come out of a form or a list, which nobody
 * knows at deployment; a million instances made in one transaction would end the node.
 */
@Component
class RepetitionBound extends AbstractProcessEnginePlugin {

    /** The most instances of one activity; the gate counts with the same number. */
    static final int MOST = 100;

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        ParseListeners.add(configuration, new AbstractBpmnParseListener() {
            @Override
            public void parseMultiInstanceLoopCharacteristics(Element activity, Element loop, ActivityImpl body) {
                if (body.getActivityBehavior() instanceof MultiInstanceActivityBehavior repeated) {
                    bound(repeated);
                }
            }
        });
    }

    private static void bound(MultiInstanceActivityBehavior repeated) {
        if (repeated.getLoopCardinalityExpression() != null) {
            repeated.setLoopCardinalityExpression(new Bounded(repeated.getLoopCardinalityExpression()));
        }
        if (repeated.getCollectionExpression() != null) {
            repeated.setCollectionExpression(new Bounded(repeated.getCollectionExpression()));
        } else if (repeated.getCollectionVariable() != null) {
            repeated.setCollectionExpression(new Bounded(new Variable(repeated.getCollectionVariable())));
        }
    }

    /** The same value, refused when it is more than can be done. */
    record Bounded(Expression expression) implements Expression {

        @Override
        public Object getValue(VariableScope matter) {
            var value = expression.getValue(matter);
            if (isTooMany(value)) {
                throw new ProcessEngineException(
                        "要重复的次数“" + expression.getExpressionText() + "”超过 " + MOST + " 次，不能办理");
            }
            return value;
        }

        private static boolean isTooMany(Object value) {
            if (value instanceof Collection<?> many) {
                return many.size() > MOST;
            }
            if (value instanceof Number number) {
                return number.doubleValue() > MOST;
            }
            return value instanceof String text && text.strip().matches("\\+?\\d{3,}") && !"100".equals(text.strip());
        }

        @Override
        public void setValue(Object value, VariableScope matter) {
            expression.setValue(value, matter);
        }

        @Override
        public String getExpressionText() {
            return expression.getExpressionText();
        }

        @Override
        public boolean isLiteralText() {
            return expression.isLiteralText();
        }
    }

    /** A variable of the matter by its name. */
    private record Variable(String name) implements Expression {

        @Override
        public Object getValue(VariableScope matter) {
            return matter.getVariable(name);
        }

        @Override
        public void setValue(Object value, VariableScope matter) {
            matter.setVariable(name, value);
        }

        @Override
        public String getExpressionText() {
            return name;
        }

        @Override
        public boolean isLiteralText() {
            return false;
        }
    }
}
