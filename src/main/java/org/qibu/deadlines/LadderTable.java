package org.qibu.deadlines;

import java.util.Map;
import org.qibu.engine.DecisionTables;
import org.springframework.stereotype.Component;

/** The ladder as it is deployed, read anew when somebody deploys another. */
@Component
class LadderTable {

    private static final String TABLE = "escalation-ladder";

    private final DecisionTables tables;
    private volatile Read last = new Read("", new Ladder(Map.of()));

    LadderTable(DecisionTables tables) {
        this.tables = tables;
    }

    private record Read(String version, Ladder ladder) {}

    /** The ladder in force. */
    Ladder current() {
        var version = tables.version(TABLE);
        if (!version.equals(last.version())) {
            last = new Read(
                    version,
                    Ladder.read(facts ->
                            tables.evaluate(TABLE, facts).stream().findFirst().orElse(Map.of())));
        }
        return last.ladder();
    }
}
