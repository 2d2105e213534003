package org.qibu.deadlines.ladder;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.qibu.community.Office;
import org.qibu.matter.Urgency;

/** Finds the words of a table of the ladder nobody would understand, and which would be passed over in silence. */
public final class LadderCheck {

    private LadderCheck() {}

    /** Those words, as they stand in the table. */
    public static Set<String> strangers(Function<Map<String, Object>, Map<String, Object>> table) {
        var found = new TreeSet<String>();
        for (var urgency : Urgency.values()) {
            for (int day = Ladder.FIRST_DAY; day <= Ladder.LAST_DAY; day++) {
                look(table.apply(Map.of("urgency", urgency.name(), "daysLate", day)), found);
            }
        }
        return found;
    }

    private static void look(Map<String, Object> row, Set<String> found) {
        var rung = row.get("rung");
        if (rung != null
                && !"NONE".equals(rung)
                && EscalationLevel.of(rung.toString()).isEmpty()) {
            found.add(rung.toString());
        }
        Stream.of("to", "copy")
                .flatMap(column -> Ladder.words(row.get(column)).stream())
                .filter(word -> !Rung.HOLDER.equals(word) && Office.called(word).isEmpty())
                .forEach(found::add);
        Ladder.words(row.get("also")).stream()
                .filter(word -> Effect.called(word).isEmpty())
                .forEach(found::add);
    }
}
