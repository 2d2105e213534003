package org.qibu.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.qibu.engine.FileDemand;
import org.qibu.engine.form.FormField.Rules;

/** A Camunda Form read from its JSON: the fields a person fills, in order, and the files it asks for. */
public record FormDefinition(String id, List<FormField> fields, Set<String> optionKeys, List<FileDemand> files) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> CONTAINERS = Set.of("group", "default", "columns");
    private static final Set<String> TEXTS = Set.of("textfield", "textarea");

    /** Reads a form; the gate has looked at it before it was deployed. */
    public static FormDefinition read(byte[] source) {
        try {
            var root = JSON.readTree(source);
            var fields = new ArrayList<FormField>();
            var files = new ArrayList<FileDemand>();
            collect(root, fields, files);
            var options = fields.stream()
                    .flatMap(field -> field.choicesKey().stream())
                    .collect(Collectors.toSet());
            return new FormDefinition(root.path("id").asText(), List.copyOf(fields), options, List.copyOf(files));
        } catch (IOException e) {
            throw new IllegalArgumentException("not a Camunda Form: " + e.getMessage(), e);
        }
    }

    /** The keys of the single fields; rows are kept elsewhere. */
    public Set<String> keys() {
        return fields.stream()
                .filter(field -> !field.isRows())
                .map(FormField::key)
                .collect(Collectors.toSet());
    }

    /** The keys of the fields people write words into, in order. */
    public List<String> textKeys() {
        return fields.stream()
                .filter(field -> TEXTS.contains(field.type()))
                .map(FormField::key)
                .toList();
    }

    /** What a field is called; its key where the form does not know it. */
    public String label(String key) {
        return fields.stream()
                .filter(field -> field.key().equals(key))
                .map(FormField::label)
                .findFirst()
                .orElse(key);
    }

    private static void collect(JsonNode parent, List<FormField> fields, List<FileDemand> files) {
        for (var component : parent.path("components")) {
            var rows = text(component.path("properties"), "rows");
            text(component.path("properties"), "files").ifPresent(kind -> files.add(demand(component, kind)));
            if (CONTAINERS.contains(component.path("type").asText())) {
                collect(component, fields, files);
            } else if (rows.isPresent() || component.hasNonNull("key")) {
                fields.add(field(component, rows));
            }
        }
    }

    private static FileDemand demand(JsonNode component, String kind) {
        var properties = component.path("properties");
        return new FileDemand(
                kind,
                text(properties, "label").orElse(kind),
                properties.path("required").asBoolean(),
                text(component.path("conditional"), "hide"));
    }

    private static FormField field(JsonNode component, Optional<String> rows) {
        var label =
                text(component, "label").or(() -> text(component, "dateLabel")).or(() -> text(component, "timeLabel"));
        var key = rows.orElseGet(() -> component.path("key").asText());
        return new FormField(
                key,
                label.orElse(key),
                type(component),
                rules(component),
                "true".equals(component.path("properties").path("routing").asText()),
                rows,
                choices(component),
                text(component, "valuesKey"),
                component.path("defaultValue").asBoolean(),
                text(component, "defaultValue"),
                text(component.path("conditional"), "hide"));
    }

    private static String type(JsonNode component) {
        var type = component.path("type").asText();
        return "datetime".equals(type) ? component.path("subtype").asText("date") : type;
    }

    private static List<String> choices(JsonNode component) {
        var values = new ArrayList<String>();
        component.path("values").forEach(value -> values.add(value.path("value").asText()));
        return List.copyOf(values);
    }

    private static Rules rules(JsonNode component) {
        var validate = component.path("validate");
        var properties = component.path("properties");
        var required = validate.path("required").asBoolean()
                || properties.path("required").asBoolean()
                || properties.path("requiredWhenShown").asBoolean();
        return new Rules(
                required,
                whole(validate, "minLength"),
                whole(validate, "maxLength"),
                number(validate, "min"),
                number(validate, "max"),
                text(validate, "pattern"),
                text(validate, "validationType"),
                whole(component, "decimalDigits"),
                whole(properties, "minRows").orElse(1),
                properties.path("open").asBoolean(),
                validate.path("required").asBoolean());
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.of(node.path(name).asText("")).filter(text -> !text.isBlank());
    }

    private static Optional<Integer> whole(JsonNode node, String name) {
        return text(node, name).map(Integer::valueOf);
    }

    private static Optional<Double> number(JsonNode node, String name) {
        return text(node, name).map(Double::valueOf);
    }
}
