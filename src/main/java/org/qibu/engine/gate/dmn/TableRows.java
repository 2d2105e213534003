package org.qibu.engine.gate.dmn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.qibu.engine.gate.dmn.TableUses.Result;

/** The rows a table of the program must have, from the list beside this class, since the program asks for each by its word. */
final class TableRows {

    private static final Map<String, List<Row>> ROWS = read();

    private TableRows() {}

    /**
     * A row somebody asks for.
     *
     * @param word the program asks with
     * @param bounds what its results may be, by the name of their column
     * @param article that fixes the bounds; empty where they are only what makes sense
     */
    record Row(String word, Map<String, Result> bounds, String article) {

        /** What is added to a sentence that refuses a result. */
        String reason() {
            return article.isEmpty() ? "" : "（" + article + "）";
        }
    }

    /** Those of a decision, in the order of the list. */
    static List<Row> of(String decision) {
        return ROWS.getOrDefault(decision, List.of());
    }

    private static Map<String, List<Row>> read() {
        try (var list = TableRows.class.getResourceAsStream("table-rows.txt")) {
            var rows = new LinkedHashMap<String, List<Row>>();
            new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> rows.merge(line.split("\\s+", 2)[0], List.of(row(line)), TableRows::joined));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Row> joined(List<Row> some, List<Row> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static Row row(String line) {
        var parts = line.split("\\|", 2);
        var words = parts[0].strip().split("\\s+");
        var bounds = new LinkedHashMap<String, Result>();
        Stream.of(words).skip(2).forEach(word -> bounds.put(word.split("=")[0], Result.of(word)));
        return new Row(words[1], bounds, parts.length > 1 ? parts[1].strip() : "");
    }
}
