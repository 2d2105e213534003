package org.qibu.matter.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.qibu.engine.FormLabel;
import org.qibu.engine.FormValues;
import org.qibu.engine.ModelSource;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Formats a submitted form: the labels and choices of its form, in the order of the form. */
@Component
public class FormTexts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonNode> forms = new HashMap<>();
    private final MessageSource texts;

    FormTexts(ModelSource source, MessageSource texts) {
        this.texts = texts;
        try {
            source.files().forEach((name, content) -> {
                if (name.endsWith(".form")) {
                    read(name, content);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String name, byte[] content) {
        try {
            var form = JSON.readTree(content);
            forms.put(form.path("id").asText(), form);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** A label and what was entered under it. Rows are said by their number. */
    public record Line(String key, String label, String value) {}

    /** What a form is called, in the reader's language; a form drawn later goes by its id. */
    public String titleOf(String formId, Locale language) {
        return texts.getMessage("form." + formId, null, formId, language);
    }

    /** What was entered, in words; empty fields are left out. */
    public List<Line> lines(String formId, FormValues values) {
        return lines(formId, values, UnaryOperator.identity());
    }

    /** What was entered, in words; {@code saying} puts into words what the form itself has none for. */
    public List<Line> lines(String formId, FormValues values, UnaryOperator<String> saying) {
        var lines = new ArrayList<Line>();
        var form = forms.get(formId);
        if (form != null) {
            collect(form, values, saying, lines);
        } else {
            values.all()
                    .forEach((key, value) ->
                            lines.add(new Line(key, fieldOf(formId, key), saying.apply(value.toString()))));
        }
        return lines;
    }

    /** What was entered in a submitted form, under the labels it had then. */
    public List<Line> lines(Records.Record record) {
        return lines(record, UnaryOperator.identity());
    }

    /** The same; {@code saying} puts into words what the form itself has none for. */
    public List<Line> lines(Records.Record record, UnaryOperator<String> saying) {
        if (record.labels().isEmpty()) {
            return lines(record.form(), record.values(), saying);
        }
        var lines = new ArrayList<Line>();
        for (var field : record.labels()) {
            var value = record.values().all().get(field.key());
            if (value != null && !"".equals(value) && !List.of().equals(value)) {
                var text = say(value, choice -> field.choices().getOrDefault(choice, saying.apply(choice)));
                if (!text.isBlank()) {
                    lines.add(new Line(field.key(), field.label(), text));
                }
            }
        }
        lines.addAll(unlabelled(record, saying));
        return lines;
    }

    /** What code kept with a form beyond its fields. */
    private List<Line> unlabelled(Records.Record record, UnaryOperator<String> saying) {
        var labelled = record.labels().stream().map(FormLabel::key).toList();
        return lines(record.form(), record.values(), saying).stream()
                .filter(line -> !labelled.contains(line.key()))
                .toList();
    }

    /** The label of a field that was not filled in a form of a task. */
    private String fieldOf(String formId, String key) {
        return texts.getMessage("field." + formId + "." + key, null, key, Locale.CHINESE);
    }

    private static void collect(JsonNode parent, FormValues values, UnaryOperator<String> saying, List<Line> lines) {
        for (var component : parent.path("components")) {
            var rows = component.path("properties").path("rows").asText("");
            var key = rows.isEmpty() ? component.path("key").asText("") : rows;
            var value = values.all().get(key);
            if (value != null && !"".equals(value) && !List.of().equals(value)) {
                var text = say(value, choice -> choice(component, choice, saying));
                if (!text.isBlank()) {
                    lines.add(new Line(key, label(component, key), text));
                }
            }
            collect(component, values, saying, lines);
        }
    }

    private static String label(JsonNode component, String key) {
        for (var name : List.of("label", "dateLabel", "timeLabel")) {
            if (component.hasNonNull(name)) {
                return component.path(name).asText();
            }
        }
        return key;
    }

    private static String say(Object value, UnaryOperator<String> choice) {
        if (value instanceof Boolean flag) {
            return flag ? "是" : "否";
        }
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(Map.class::isInstance)
                    ? list.size() + " 行"
                    : list.stream().map(String::valueOf).map(choice).collect(Collectors.joining("、"));
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        return choice.apply(value.toString());
    }

    private static String choice(JsonNode component, String value, UnaryOperator<String> saying) {
        for (var choice : component.path("values")) {
            if (Objects.equals(choice.path("value").asText(), value)) {
                return choice.path("label").asText();
            }
        }
        return saying.apply(value);
    }
}
