package org.qibu.matter;

import java.util.Arrays;

/** How pressing a matter is, and how its tasks stand in a list because of it. */
public enum Urgency {
    EMERGENCY(80),
    URGENT(60),
    NORMAL(50),
    PLANNED(40);

    private final int priority;

    Urgency(int priority) {
        this.priority = priority;
    }

    /** The priority of its tasks while they are in time. */
    public int priority() {
        return priority;
    }

    /** Whether days are counted as the calendar has them, rest days included. */
    public boolean countsRestDays() {
        return this == EMERGENCY;
    }

    /** The urgency of this name; NORMAL where it is not known yet. */
    public static Urgency of(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(NORMAL);
    }
}
