package org.qibu.engine.gate.dmn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is made of the results of a table, from the list beside this class: a table of the program's own that is changed must
 * still answer what it is asked, in words the program and its processes understand.
 */
final class TableUses {

    private static final Map<String, Use> USES = read();

    private TableUses() {}

    /**
     * How a table is used.
     *
     * @param facts what it is asked with; empty where its process says
     * @param results what has to come out, by the name of its column
     * @param isOfOneRow whether at most one row may apply
     * @param isListed whether it is asked for the rows of {@link TableRows} only
     */
    record Use(TreeSet<String> facts, Map<String, Result> results, boolean isOfOneRow, boolean isListed) {}

    /**
     * What may stand in a column: one of these words, a whole number between these, or anything but nothing.
     *
     * @param former words of a shape of the table that is still taken, which nobody is told to write
     */
    record Result(List<String> words, List<String> former, int least, int most) {

        /** As it stands in the lists: {@code days=0..365}, {@code unit=天,工作日|DAYS}, {@code ruleId}. */
        static Result of(String column) {
            var said = column.contains("=") ? column.substring(column.indexOf('=') + 1) : "";
            if (said.contains("..")) {
                var ends = said.split("\\.\\.");
                return new Result(List.of(), List.of(), Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
            }
            var shapes = said.split("\\|");
            return new Result(listed(shapes[0]), shapes.length > 1 ? listed(shapes[1]) : List.of(), 0, 0);
        }

        private static List<String> listed(String said) {
            return said.isEmpty() ? List.of() : List.of(said.split(","));
        }

        /** What is wrong with a value, in words that follow its place. */
        Optional<String> objection(Object value) {
            if (value == null || value.toString().isEmpty()) {
                return Optional.of("是空的，" + expected());
            }
            return isFine(value) ? Optional.empty() : Optional.of("的“" + value + "”没有这种结果，" + expected());
        }

        private boolean isFine(Object value) {
            if (!words.isEmpty()) {
                return words.contains(value.toString()) || former.contains(value.toString());
            }
            return most == 0
                    || value instanceof Number number
                            && number.doubleValue() == number.longValue()
                            && number.longValue() >= least
                            && number.longValue() <= most;
        }

        private String expected() {
            if (!words.isEmpty()) {
                return "只能是 " + String.join("、", words);
            }
            return most == 0 ? "请填写" : "要是 " + least + " 到 " + most + " 之间的整数";
        }
    }

    /** How a decision is used; empty where the program does not know it. */
    static Optional<Use> of(String decision) {
        return Optional.ofNullable(USES.get(decision));
    }

    private static Map<String, Use> read() {
        try (var list = TableUses.class.getResourceAsStream("table-uses.txt")) {
            var uses = new HashMap<String, Use>();
            new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+"))
                    .forEach(words -> uses.put(words[0], use(words)));
            return uses;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Use use(String[] words) {
        var facts = new TreeSet<String>();
        var results = new LinkedHashMap<String, Result>();
        var isOfOneRow = true;
        var isListed = false;
        for (var word : Arrays.copyOfRange(words, 1, words.length)) {
            if ("many".equals(word)) {
                isOfOneRow = false;
            } else if ("listed".equals(word)) {
                isListed = true;
            } else if (word.startsWith("?")) {
                facts.addAll(List.of(word.substring(1).split(",")));
            } else {
                results.put(word.split("=")[0], Result.of(word));
            }
        }
        return new Use(facts, results, isOfOneRow, isListed);
    }
}
