package org.qibu.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.qibu.engine.RowList;

/** Puts names, a room, a telephone, an identity number and a mail address into every free field of a form and of its rows. */
public final class Canaries {

    public static final String ROOM = "4321";
    public static final String PHONE = "13912345678";
    static final String IDENTITY = "330501198001011234";
    static final String MAIL = "canary.fly@qibu.example";
    static final String CHAT = "fly_canary7";
    static final String PLATE = "K7C3Y";

    /** The same telephone as people say it. */
    static final String SPOKEN = "一三九一二三四五六七八";

    /** Somebody on no list, of whom the texts speak. */
    public static final String UNLISTED = "冯小鹂";

    /** Somebody on no list; named in rows that ask for a person. */
    public static final String STRANGER = "陈小鸟";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> CHECKED_OTHERWISE = Set.of("publicTitle", "electorateId", "duplicateOf");
    private static final int SHORT = 20;

    private final ProcessTest test;
    private final String neighbour;

    /**
     * Canaries of one matter.
     *
     * @param neighbour somebody who stands in the rolls
     */
    public Canaries(ProcessTest test, String neighbour) {
        this.test = test;
        this.neighbour = neighbour;
    }

    public String all() {
        return "（3幢" + ROOM + "室" + neighbour + "和" + Forms.NAME + "，" + PHONE + "，" + IDENTITY + "，" + MAIL + "，微信号 "
                + CHAT + "，浙E·" + PLATE + "，" + SPOKEN + "，" + UNLISTED + "也在）";
    }

    /** What must be found nowhere outside; the proposer is named in how their own mails begin. */
    public List<String> birds() {
        return List.of(ROOM, PHONE, IDENTITY, MAIL, neighbour, Forms.NAME, CHAT, PLATE, SPOKEN);
    }

    /** The values with canaries in every text, also of fields that would have stayed empty. */
    public Map<String, Object> in(Task task, Map<String, Object> values) {
        var infected = new LinkedHashMap<>(values);
        var form = form(task);
        for (var component : form.path("components")) {
            var key = component.path("key").asText();
            var most = component.path("validate").path("maxLength").asInt(500);
            if (Set.of("textfield", "textarea").contains(component.path("type").asText())
                    && !CHECKED_OTHERWISE.contains(key)
                    && (values.containsKey(key) || !component.has("conditional"))) {
                infected.put(key, infected(String.valueOf(values.getOrDefault(key, "")), most));
            }
        }
        infected.replaceAll((key, value) -> value instanceof List<?> rows ? rows(key, rows) : value);
        return infected;
    }

    private JsonNode form(Task task) {
        try (var form = test.as("admin", () -> test.engine.getFormService().getDeployedTaskForm(task.getId()))) {
            return JSON.readTree(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Object rows(String field, List<?> rows) {
        var infected = new ArrayList<Object>();
        rows.forEach(row -> infected.add(
                row instanceof Map<?, ?> members
                        ? row(members, columns(field, RowList.Kind.TEXT), columns(field, RowList.Kind.PERSON_OR_NAME))
                        : row));
        return infected;
    }

    private List<String> columns(String field, RowList.Kind kind) {
        return test.rowLists.stream()
                .filter(list -> list.field().equals(field))
                .flatMap(list -> list.columns().stream())
                .filter(column -> column.kind() == kind)
                .map(RowList.Column::key)
                .toList();
    }

    private Map<String, Object> row(Map<?, ?> members, List<String> texts, List<String> people) {
        var row = new LinkedHashMap<String, Object>();
        members.forEach((key, value) -> row.put(String.valueOf(key), value));
        texts.forEach(key -> row.put(key, infected(String.valueOf(row.getOrDefault(key, "")), 200)));
        people.forEach(key -> row.put(key, STRANGER + "先生"));
        return row;
    }

    private String infected(String text, int most) {
        return Stream.of(text + all(), text + neighbour + PHONE, text + neighbour)
                .filter(each -> each.length() <= most)
                .findFirst()
                .orElse(text.isEmpty() && most < SHORT ? "" : text);
    }
}
