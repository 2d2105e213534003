package org.qibu.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.qibu.engine.FileDemand;
import org.qibu.engine.form.FormField.Rules;

/** One component of a Camunda Form, with the faults of reading it told at its label. */
public record Component(JsonNode json, List<FormFault> faults) {

    private static final Set<String> CONTAINERS = Set.of("group", "default", "columns");
    private static final BigDecimal LARGEST = new BigDecimal("1e15");

    public String type() {
        return json.path("type").asText();
    }

    /** Its type, or which part of a moment it asks for. */
    public String kind() {
        return "datetime".equals(type()) ? json.path("subtype").asText("date") : type();
    }

    boolean isContainer() {
        return CONTAINERS.contains(type());
    }

    boolean isField() {
        return rows().isPresent() || json.hasNonNull("key");
    }

    public Optional<String> rows() {
        return property("rows");
    }

    public Optional<String> property(String name) {
        return text(json.path("properties"), name);
    }

    Optional<String> path() {
        return text(json, "path");
    }

    public String label() {
        return Stream.of("label", "dateLabel", "timeLabel")
                .flatMap(name -> text(json, name).stream())
                .findFirst()
                .orElse("");
    }

    public String key() {
        return rows().orElseGet(() -> json.path("key").asText());
    }

    /** Notes what cannot be used in it. */
    public void fault(String words) {
        var id = key().isBlank() ? json.path("id").asText() : key();
        faults.add(new FormFault(place(), label(), id, words));
    }

    private String place() {
        if (isContainer()) {
            return "分组";
        }
        return key().isBlank() && !isAsked() ? "组件" : "字段";
    }

    /** Notes what is not so. */
    public void check(boolean good, String words) {
        if (!good) {
            fault(words);
        }
    }

    /** Whether people fill it in: a field, or a table of rows. */
    public boolean isAsked() {
        return rows().isPresent() || ComponentKinds.isAsked(type());
    }

    /** The conditions under which it is not shown: those of the groups around it and its own. */
    List<String> hides(List<String> outer) {
        return Stream.concat(outer.stream(), text(json.path("conditional"), "hide").stream())
                .toList();
    }

    FileDemand demand(String kind, List<String> hides) {
        return new FileDemand(kind, property("label").orElse(kind), isSet("required"), hides);
    }

    public FormField field(List<String> hides) {
        var key = key();
        return new FormField(
                key,
                label().isBlank() ? key : label(),
                kind(),
                rules(),
                isSet("routing"),
                rows(),
                choices(),
                text(json, "valuesKey"),
                json.path("defaultValue").asBoolean(),
                text(json, "defaultValue"),
                json.path("readonly").asBoolean(),
                isSet("internal"),
                hides);
    }

    private Map<String, String> choices() {
        var values = new LinkedHashMap<String, String>();
        json.path("values")
                .forEach(value -> values.put(
                        value.path("value").asText(), value.path("label").asText()));
        return Collections.unmodifiableMap(values);
    }

    private Rules rules() {
        var validate = json.path("validate");
        var required = validate.path("required").asBoolean() || isSet("required") || isSet("requiredWhenShown");
        return new Rules(
                required,
                whole(validate, "minLength", "最少字数"),
                whole(validate, "maxLength", "最多字数"),
                number(validate, "min", "最小值"),
                number(validate, "max", "最大值"),
                text(validate, "pattern"),
                property("format").or(() -> text(validate, "validationType").filter(type -> !"custom".equals(type))),
                whole(json, "decimalDigits", "小数位数"),
                number(json, "increment", "步长"),
                whole(json.path("properties"), "minRows", "最少行数").orElse(1),
                isSet("open"),
                validate.path("required").asBoolean(),
                json.path("disallowPassedDates").asBoolean());
    }

    /** Custom properties of a form are texts. */
    private boolean isSet(String property) {
        return json.path("properties").path(property).asBoolean();
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.of(node.path(name).asText("")).filter(text -> !text.isBlank());
    }

    private Optional<Integer> whole(JsonNode node, String name, String called) {
        return given(node, name).flatMap(value -> {
            var number = number(value)
                    .filter(given ->
                            given.signum() >= 0 && given.stripTrailingZeros().scale() <= 0)
                    .filter(given -> given.compareTo(BigDecimal.valueOf(100_000)) <= 0)
                    .map(BigDecimal::intValueExact);
            if (number.isEmpty()) {
                fault("的" + called + "要是不小于 0 的整数，现在是“" + shown(value) + "”");
            }
            return number;
        });
    }

    private Optional<BigDecimal> number(JsonNode node, String name, String called) {
        return given(node, name).flatMap(value -> {
            var number = number(value);
            if (number.isEmpty()) {
                fault("的" + called + "要是数字，现在是“" + shown(value) + "”");
            }
            return number;
        });
    }

    private static Optional<JsonNode> given(JsonNode node, String name) {
        return Optional.of(node.path(name))
                .filter(value -> !value.isMissingNode() && !value.isNull())
                .filter(value -> !(value.isTextual() && value.asText().isBlank()));
    }

    private static Optional<BigDecimal> number(JsonNode value) {
        if (!value.isNumber() && !value.isTextual()) {
            return Optional.empty();
        }
        return FieldCheck.number(value.asText()).filter(number -> number.abs().compareTo(LARGEST) <= 0);
    }

    private static String shown(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
