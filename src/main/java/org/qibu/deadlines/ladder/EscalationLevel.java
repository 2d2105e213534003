package org.qibu.deadlines.ladder;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/** The levels of the ladder, lowest first; their names are the codes of its table, of the rows and of the history. */
@NamedInterface("ladder")
public enum EscalationLevel {
    REMIND_DUE(0),
    OVERDUE_L1(1),
    OVERDUE_L2(2),
    OVERDUE_L3(3),
    OVERDUE_L4(4);

    private final int number;

    EscalationLevel(int number) {
        this.number = number;
    }

    /** 0 for the reminder, then 1 to 4. */
    public int number() {
        return number;
    }

    /** The level of this code; empty for any other word, as in a table with a slip or a damaged row. */
    public static Optional<EscalationLevel> of(String code) {
        return Arrays.stream(values())
                .filter(level -> level.name().equals(code))
                .findFirst();
    }
}
