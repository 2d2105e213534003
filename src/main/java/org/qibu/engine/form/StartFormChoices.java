package org.qibu.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;

/** Writes the choices of a person into a start form, since the task list asks for no variables before a process runs. */
public final class StartFormChoices {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StartFormChoices() {}

    /** The form with its choices and first values inside. */
    public static byte[] fill(byte[] form, Map<String, Object> prefill) throws IOException {
        var root = JSON.readTree(form);
        for (var component : root.path("components")) {
            if (component instanceof ObjectNode field) {
                fill(field, prefill);
            }
        }
        return JSON.writeValueAsBytes(root);
    }

    private static void fill(ObjectNode field, Map<String, Object> prefill) {
        var choices = prefill.get(field.path("valuesKey").asText(""));
        if (choices != null) {
            field.remove("valuesKey");
            field.set("values", JSON.valueToTree(choices));
        }
        var value = prefill.get(field.path("key").asText(""));
        if (value != null) {
            field.set("defaultValue", JSON.<JsonNode>valueToTree(value));
        }
    }
}
