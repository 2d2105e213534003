package org.qibu.matter;

import java.util.stream.Stream;

/** Whether a matter is dealt with; its name is the code in the database. */
public enum MatterStatus {
    OPEN,
    /** Answered with a refusal; whoever raised it can still ask for a re-check. */
    REFUSED,
    CLOSED,

    /** What a damaged row says. */
    UNKNOWN;

    /** The status of this name; UNKNOWN for anything else, so that one damaged row spoils no list. */
    static MatterStatus of(String name) {
        return Stream.of(values())
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
