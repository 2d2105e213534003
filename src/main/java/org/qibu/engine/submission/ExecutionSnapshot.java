package org.qibu.engine.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a matter stands in the engine.
 *
 * @param root the main process instance
 * @param instance the process instance of the task
 * @param scope the activity instance the task stands in
 * @param values routing values by execution, from the task's own up to its process instance
 * @param running what runs in all processes of the matter, each as process instance and activity instance
 */
record ExecutionSnapshot(
        String root, String instance, String scope, Map<String, Map<String, Value>> values, Set<String> running) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Class<?>> PLAIN =
            List.of(String.class, Boolean.class, Integer.class, Long.class, Double.class);

    /** A routing value that survives being written down. */
    record Value(String type, String text) {

        static boolean isPlain(Object value) {
            return value == null || value instanceof Date || PLAIN.contains(value.getClass());
        }

        static Value of(Object value) {
            if (value == null) {
                return new Value("Null", "");
            }
            var text = value instanceof Date date ? String.valueOf(date.getTime()) : value.toString();
            return new Value(value instanceof Date ? "Date" : value.getClass().getSimpleName(), text);
        }

        Object read() {
            return switch (type) {
                case "Null" -> null;
                case "Boolean" -> Boolean.valueOf(text);
                case "Integer" -> Integer.valueOf(text);
                case "Long" -> Long.valueOf(text);
                case "Double" -> Double.valueOf(text);
                case "Date" -> new Date(Long.parseLong(text));
                default -> text;
            };
        }
    }

    /** The values that can be written down; anything else is no routing value and stays as it is. */
    static Map<String, Value> plain(Map<String, Object> values) {
        var plain = new HashMap<String, Value>();
        values.forEach((name, value) -> {
            if (Value.isPlain(value)) {
                plain.put(name, Value.of(value));
            }
        });
        return plain;
    }

    /** The same place with what runs there now, and no values. */
    ExecutionSnapshot standingNow(Set<String> now) {
        return new ExecutionSnapshot(root, instance, scope, Map.of(), now);
    }

    String write() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static ExecutionSnapshot read(String text) {
        try {
            return JSON.readValue(text, ExecutionSnapshot.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
