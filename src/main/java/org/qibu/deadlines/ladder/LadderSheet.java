package org.qibu.deadlines.ladder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibu.matter.Urgency;

/** A ladder written out rung by rung, beside another it may replace, for people who read no decision tables. */
public final class LadderSheet {

    private LadderSheet() {}

    /**
     * A rung in two ladders.
     *
     * @param urgencies the urgencies for which it is the same
     * @param now as it is; null where there is none yet
     * @param then as it would be; null where there would be none
     */
    public record Line(
            List<Urgency> urgencies,
            EscalationLevel level,
            @Nullable Rung now,
            @Nullable Rung then) {

        /** Whether anything about it would change. */
        public boolean isChanged() {
            return now == null || !now.equals(then);
        }

        /** Whether its days are working days. */
        public boolean countsWorkingDays() {
            return !urgencies.get(0).countsRestDays();
        }
    }

    private record Pair(List<Rung> now, List<Rung> then) {}

    /** All rungs of both, urgencies with the same rungs together. */
    static List<Line> of(Ladder now, Ladder then) {
        var groups = new LinkedHashMap<Pair, List<Urgency>>();
        for (var urgency : Urgency.values()) {
            var pair = new Pair(
                    now.rungs().getOrDefault(urgency, List.of()), then.rungs().getOrDefault(urgency, List.of()));
            groups.computeIfAbsent(pair, key -> new ArrayList<>()).add(urgency);
        }
        return groups.entrySet().stream()
                .flatMap(group -> lines(group.getKey(), group.getValue()))
                .toList();
    }

    private static Stream<Line> lines(Pair pair, List<Urgency> urgencies) {
        var levels = new LinkedHashSet<EscalationLevel>();
        Stream.concat(pair.then().stream(), pair.now().stream())
                .map(Rung::level)
                .forEach(levels::add);
        return levels.stream()
                .sorted()
                .map(level -> new Line(
                        urgencies,
                        level,
                        find(pair.now(), level).orElse(null),
                        find(pair.then(), level).orElse(null)));
    }

    private static Optional<Rung> find(List<Rung> rungs, EscalationLevel level) {
        return rungs.stream().filter(rung -> rung.level() == level).findFirst();
    }

    /** How many rungs differ. */
    static long changes(List<Line> lines) {
        return lines.stream().filter(Line::isChanged).count();
    }

    public static Map<String, Object> model(Ladder now, Ladder then) {
        var lines = of(now, then);
        return Map.of("ladder", lines, "ladderChanges", changes(lines));
    }
}
