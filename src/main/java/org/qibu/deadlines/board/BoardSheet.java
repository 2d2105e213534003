package org.qibu.deadlines.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.qibu.deadlines.board.OpenDeadline.State;

/** The board with its sums. */
public record BoardSheet(
        Group all, List<Group> communities, List<Group> steps, List<Group> holders, List<OpenDeadline> lines) {

    /**
     * How many tasks of a community, a step or a holder stand how.
     *
     * @param key what is filtered by; empty for all
     */
    public record Group(String key, Map<State, Integer> counts, int red) {

        /** How many there are in all. */
        public int total() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** How many stand so. */
        public int count(String state) {
            return counts.getOrDefault(State.valueOf(state), 0);
        }
    }

    static BoardSheet of(List<OpenDeadline> lines) {
        return new BoardSheet(
                group("", lines),
                groups(lines, OpenDeadline::communityCode, Comparator.comparing(Group::key)),
                groups(
                        lines.stream().filter(line -> line.step() != null).toList(),
                        OpenDeadline::step,
                        Comparator.comparing(Group::key)),
                groups(
                        lines,
                        OpenDeadline::holder,
                        Comparator.comparing((Group group) -> group.count("LATE"))
                                .reversed()
                                .thenComparing(Group::key)),
                lines);
    }

    private static List<Group> groups(
            List<OpenDeadline> lines, Function<OpenDeadline, String> by, Comparator<Group> order) {
        var found = new LinkedHashMap<String, List<OpenDeadline>>();
        lines.forEach(line ->
                found.computeIfAbsent(by.apply(line), key -> new ArrayList<>()).add(line));
        return found.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue()))
                .sorted(order)
                .toList();
    }

    private static Group group(String key, List<OpenDeadline> lines) {
        var counts = new EnumMap<State, Integer>(State.class);
        lines.forEach(line -> counts.merge(line.state(), 1, Integer::sum));
        return new Group(
                key, counts, (int) lines.stream().filter(OpenDeadline::red).count());
    }
}
