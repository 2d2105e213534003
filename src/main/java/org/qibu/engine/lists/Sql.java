package org.qibu.engine.lists;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Values for a statement of the engine's mapper, each under a name of its own; no value ever becomes text of it. */
class Sql {

    private final Map<String, Object> values = new HashMap<>();

    /** The place of a value. */
    String value(Object value) {
        var name = "v" + values.size();
        values.put(name, value);
        return "#{" + name + "}";
    }

    /** {@code column in (…)}; nothing is in an empty collection. */
    String in(String column, Collection<String> among) {
        return among.isEmpty()
                ? "false"
                : among.stream().map(this::value).collect(Collectors.joining(", ", column + " in (", ")"));
    }

    int size() {
        return values.size();
    }

    /** The statement with its values, as the engine's native queries take it. */
    Map<String, Object> statement(String text) {
        var statement = new HashMap<>(values);
        statement.put("sql", text);
        return statement;
    }
}
