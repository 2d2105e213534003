package org.qibu.engine.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;

/** Values of ours as the form viewer wants them: typed, lists as JSON. */
public final class FormVariables {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    public VariableMap of(Map<String, Object> values, Collection<String> names) {
        var variables = Variables.createVariables();
        values.forEach((name, value) -> {
            if (value != null && (names == null || names.isEmpty() || names.contains(name))) {
                put(variables, name, value);
            }
        });
        return variables;
    }

    private static void put(VariableMap variables, String name, Object value) {
        if (value instanceof Boolean flag) {
            variables.putValueTyped(name, Variables.booleanValue(flag));
        } else if (value instanceof Integer || value instanceof Long || value instanceof Short) {
            variables.putValueTyped(name, Variables.longValue(((Number) value).longValue()));
        } else if (value instanceof Number number) {
            variables.putValueTyped(name, Variables.doubleValue(number.doubleValue()));
        } else if (value instanceof List<?> || value instanceof Map<?, ?>) {
            variables.putValueTyped(name, SpinValues.jsonValue(json(value)).create());
        } else {
            variables.putValueTyped(name, Variables.stringValue(value.toString()));
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be shown in a form: " + value.getClass(), e);
        }
    }
}
