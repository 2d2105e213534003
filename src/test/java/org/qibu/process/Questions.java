package org.qibu.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.qibu.engine.RowList;

/** What a form asks a person for: its fields, and each column of its lists. */
final class Questions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> CONTAINERS = Set.of("default", "group", "columns");

    private Questions() {}

    /**
     * One thing asked for.
     *
     * @param list the list this is a column of, empty for a field of its own
     */
    record Question(String form, String list, String key, String label) {

        /** Its place, such as {@code fix-agenda.topicText} or {@code record-meeting.attendance.personNo}. */
        String place() {
            return form + "." + (list.isEmpty() ? "" : list + ".") + key;
        }

        /** The words a person reads, without what is said in brackets. */
        String words() {
            return label.replaceAll("（[^）]*）", "").strip();
        }
    }

    /** The questions of a form as it was deployed, in its order; what is only shown is none. */
    static List<Question> of(InputStream form, Map<String, RowList> lists) {
        try (form) {
            var root = JSON.readTree(form);
            var found = new ArrayList<Question>();
            collect(root.path("id").asText(), root, lists, found);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(String form, JsonNode parent, Map<String, RowList> lists, List<Question> found) {
        for (var component : parent.path("components")) {
            var rows = component.path("properties").path("rows").asText();
            if (CONTAINERS.contains(component.path("type").asText())) {
                collect(form, component, lists, found);
            } else if (!rows.isEmpty()) {
                lists.get(rows)
                        .columns()
                        .forEach(column -> found.add(new Question(form, rows, column.key(), column.label())));
            } else if (component.hasNonNull("key")
                    && !component.path("readonly").asBoolean()) {
                var label = Stream.of("label", "dateLabel", "timeLabel")
                        .map(name -> component.path(name).asText())
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .orElseThrow();
                found.add(new Question(form, "", component.path("key").asText(), label));
            }
        }
    }
}
