package org.qibu.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.task.Task;

/** Looks in what people read in a form for codes and for days as machines write them. */
final class CodesShown {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}|T\\d{2}:\\d{2}|[a-z]+:[A-Z]{2}-[A-Z]{2}|\\b[PO]\\d{3}\\b|\\b[A-Z]+_[A-Z_]+\\b|\\b(?:true|false|null)\\b");

    private final FormService forms;
    private final Set<String> faults = new TreeSet<>();

    CodesShown(FormService forms) {
        this.forms = forms;
    }

    Set<String> faults() {
        return faults;
    }

    /** Looks at the texts, tables and choices a form is opened with. */
    void look(Task task, Map<String, Object> shown) {
        try (var form = forms.getDeployedTaskForm(task.getId())) {
            collect(task.getTaskDefinitionKey(), JSON.readTree(form), shown);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void collect(String place, JsonNode parent, Map<String, Object> shown) {
        for (var component : parent.path("components")) {
            switch (component.path("type").asText()) {
                case "text" -> text(place, component.path("text").asText(), shown);
                case "table" -> table(place, component, shown);
                default -> choices(place, component.path("valuesKey").asText(), shown);
            }
            collect(place, component, shown);
        }
    }

    private void text(String place, String text, Map<String, Object> shown) {
        if (text.startsWith("{{")) {
            read(place + " " + text, shown.getOrDefault(text.replaceAll("[{}]", ""), ""));
        }
    }

    private void table(String place, JsonNode table, Map<String, Object> shown) {
        var source = table.path("dataSource").asText().substring(1);
        for (var row : tree(shown.getOrDefault(source, "[]"))) {
            table.path("columns")
                    .forEach(column -> read(
                            place + " " + source,
                            row.path(column.path("key").asText()).asText("")));
        }
    }

    private void choices(String place, String key, Map<String, Object> shown) {
        if (!key.isEmpty()) {
            tree(shown.getOrDefault(key, "[]"))
                    .forEach(choice ->
                            read(place + " " + key, choice.path("label").asText()));
        }
    }

    private void read(String place, Object text) {
        var code = CODE.matcher(text.toString());
        if (code.find()) {
            faults.add(place + " shows " + code.group());
        }
    }

    private static JsonNode tree(Object json) {
        try {
            return JSON.readTree(json.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
