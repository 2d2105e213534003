package org.qibu.matter;

import java.util.List;
import java.util.stream.Stream;

/** How a matter ended; its name is the code in the database and of the end in the timeline. */
public enum Outcome {
    CLOSED,
    NOT_ACCEPTED,
    REFERRED,
    WITHDRAWN,
    NOT_ADOPTED,

    /** What a damaged row says: it has ended, nobody knows how. */
    UNKNOWN;

    /** All there are, in the order in which people choose among them. */
    public static List<Outcome> all() {
        return Stream.of(values()).filter(outcome -> outcome != UNKNOWN).toList();
    }

    /** The outcome of this name, null for null; UNKNOWN for anything else, so that one damaged row spoils no list. */
    static Outcome of(String name) {
        return name == null
                ? null
                : all().stream()
                        .filter(outcome -> outcome.name().equals(name))
                        .findFirst()
                        .orElse(UNKNOWN);
    }
}
