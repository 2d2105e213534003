package org.qibu.engine.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.value.SpinValue;
import org.qibu.engine.FormRefused;
import org.qibu.text.ChinaTime;

/** Turns what came in, in whichever type, into plain values: text, number, yes or no, list of rows. */
public final class SubmittedValues {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private SubmittedValues() {}

    public static Map<String, Object> plain(Map<String, Object> submitted) {
        var plain = new LinkedHashMap<String, Object>();
        if (submitted != null) {
            submitted.keySet().forEach(key -> plain.put(key, plain(key, raw(submitted, key))));
        }
        return plain;
    }

    private static Object raw(Map<String, Object> submitted, String key) {
        return submitted instanceof VariableMap typed ? typed.getValueTyped(key) : submitted.get(key);
    }

    private static Object plain(String key, Object value) {
        if (value instanceof SpinValue json) {
            return json(key, json.getValueSerialized());
        }
        if (value instanceof SpinJsonNode json) {
            return json(key, json.toString());
        }
        if (value instanceof PrimitiveValue<?> primitive) {
            return plain(key, primitive.getValue());
        }
        if (value instanceof SerializableValue) {
            return refuse(key);
        }
        if (value instanceof TypedValue typed) {
            return typed.getType() == null || typed.getValue() == null ? plain(key, typed.getValue()) : refuse(key);
        }
        if (value instanceof Date date) {
            return date.toInstant().atZone(ChinaTime.ZONE).toOffsetDateTime().toString();
        }
        return value;
    }

    private static Object json(String key, String source) {
        try {
            return source == null ? null : JSON.readValue(source, Object.class);
        } catch (JsonProcessingException e) {
            throw new FormRefused(key, "“" + key + "”不是有效的 JSON，请检查后重新提交。");
        }
    }

    private static Object refuse(String key) {
        throw new FormRefused(key, "“" + key + "”的数据类型不被接受，请用文本、数字、是否或 JSON 提交。");
    }
}
