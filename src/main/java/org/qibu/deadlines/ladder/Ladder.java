package org.qibu.deadlines.ladder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qibu.calendar.WorkingCalendar;
import org.qibu.matter.Urgency;

/** The ladder of each urgency, lowest rung first, as {@code escalation-ladder.dmn} has it. */
public record Ladder(Map<Urgency, List<Rung>> rungs) {

    static final int FIRST_DAY = -30;
    static final int LAST_DAY = 120;

    /** Reads a table by asking it for every day from a month before to a half-year after. */
    public static Ladder read(Function<Map<String, Object>, Map<String, Object>> table) {
        var rungs = new EnumMap<Urgency, List<Rung>>(Urgency.class);
        for (var urgency : Urgency.values()) {
            rungs.put(urgency, read(table, urgency));
        }
        return new Ladder(rungs);
    }

    private static List<Rung> read(Function<Map<String, Object>, Map<String, Object>> table, Urgency urgency) {
        var found = new ArrayList<Rung>();
        for (int day = FIRST_DAY; day <= LAST_DAY; day++) {
            var row = table.apply(Map.of("urgency", urgency.name(), "daysLate", day));
            var level = EscalationLevel.of(String.valueOf(row.get("rung")));
            if (level.isPresent() && found.stream().noneMatch(rung -> rung.level() == level.get())) {
                found.add(rung(level.get(), day, row));
            }
        }
        return List.copyOf(found);
    }

    private static Rung rung(EscalationLevel level, int day, Map<String, Object> row) {
        var effects = EnumSet.noneOf(Effect.class);
        words(row.get("also")).stream()
                .map(Effect::called)
                .flatMap(Optional::stream)
                .forEach(effects::add);
        return new Rung(level, day, words(row.get("to")), words(row.get("copy")), effects);
    }

    /** The words of a cell. */
    static List<String> words(@Nullable Object cell) {
        return cell == null
                ? List.of()
                : Arrays.stream(cell.toString().split("[、，,;；]"))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    /**
     * Where a task stands at a moment.
     *
     * @param due the rungs whose moment has come, lowest first
     * @param next when the next falls due; null after the last
     */
    public record Standing(List<Rung> due, @Nullable Instant next) {}

    /** The rungs of an urgency, none where the table has none for it. */
    public List<Rung> of(Urgency urgency) {
        return rungs.getOrDefault(urgency, List.of());
    }

    /** Where a task stands; a reminder whose moment was before the task came into being is left out. */
    public Standing standing(Instant dueAt, Instant createdAt, Urgency urgency, WorkingCalendar calendar, Instant now) {
        var due = new ArrayList<Rung>();
        @Nullable Instant next = null;
        for (var rung : of(urgency)) {
            var moment = rung.moment(dueAt, urgency, calendar);
            if (moment.isAfter(now)) {
                next = next == null || moment.isBefore(next) ? moment : next;
            } else if (rung.day() >= 0 || moment.isAfter(createdAt)) {
                due.add(rung);
            }
        }
        return new Standing(due, next);
    }
}
