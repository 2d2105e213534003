package org.qibu.engine.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;
import org.qibu.engine.feel.SafeFeel;

/**
 * Whether a field is asked at all, by the condition the form itself carries. Conditions are held to the bounds of decision
 * tables; one beyond them, in a form from before these bounds, is a fault of the form.
 */
final class Visibility {

    private static final List<Map<String, Object>> ONE_ROW = List.of(Map.of());

    private final SafeFeel feel = new SafeFeel();

    /** A table that hides only as long as it is empty is asked for all the same. */
    boolean isShown(FormField field, FormDefinition form, Map<String, Object> submitted, Map<String, Object> facts) {
        var context = context(form, submitted, facts);
        if (field.isRows()) {
            context.put(field.key(), ONE_ROW);
        }
        return field.hides().stream().noneMatch(hide -> isTrue(hide, context));
    }

    /** Whether something is asked that is no field, under the conditions it carries. */
    boolean isShown(List<String> hides, FormDefinition form, Map<String, Object> submitted, Map<String, Object> facts) {
        var context = context(form, submitted, facts);
        return hides.stream().noneMatch(hide -> isTrue(hide, context));
    }

    private boolean isTrue(String condition, Map<String, Object> context) {
        var expression = condition.startsWith("=") ? condition.substring(1) : condition;
        if (!feel.expression(expression).isAllowed()) {
            throw new FeelException(
                    "条件“" + condition + "”" + feel.expression(expression).objection());
        }
        try {
            Object result = feel.evaluateSimpleExpression(
                    expression, Variables.fromMap(context).asVariableContext());
            return Boolean.TRUE.equals(result);
        } catch (FeelException notYet) {
            return false;
        }
    }

    private static Map<String, Object> context(
            FormDefinition form, Map<String, Object> submitted, Map<String, Object> facts) {
        var context = new HashMap<>(facts);
        form.fields().forEach(field -> {
            var value = submitted.get(field.key());
            context.put(field.key(), "checkbox".equals(field.type()) ? Boolean.TRUE.equals(value) : value);
        });
        return context;
    }
}
