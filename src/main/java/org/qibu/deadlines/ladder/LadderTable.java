package org.qibu.deadlines.ladder;

import java.util.function.Supplier;
import org.qibu.engine.CourseElements;
import org.qibu.engine.table.TablesInForce;
import org.springframework.stereotype.Component;

/** The ladder as it is deployed. */
@Component
public class LadderTable {

    private final Supplier<Ladder> table;

    LadderTable(TablesInForce tables) {
        this.table = tables.of(CourseElements.TABLE_ESCALATION_LADDER, Ladder::read);
    }

    /** The ladder in force. */
    public Ladder current() {
        return table.get();
    }
}
