package org.qibu.matter;

import java.util.List;
import java.util.stream.Stream;

/** The level at which a matter is talked over, the lowest first; its name is the code in tables, processes and the database. */
public enum Level {
    BUILDING("STAIRWELL", "BUILDING"),
    COMPOUND("COMPOUND"),
    COMMUNITY("COMMUNITY"),
    SUBDISTRICT("CROSS_COMMUNITY");

    private final List<String> scopes;

    Level(String... scopes) {
        this.scopes = List.of(scopes);
    }

    /** How many levels lie below the one of this code; -1 for one that only a table knows. */
    public static int heightOf(String code) {
        return Stream.of(values())
                .filter(level -> level.name().equals(code))
                .map(Level::ordinal)
                .findFirst()
                .orElse(-1);
    }

    /** The level at which what affects this scope begins; the community where no such scope is known. */
    public static Level ofScope(String affectedScope) {
        return Stream.of(values())
                .filter(level -> level.scopes.contains(affectedScope))
                .findFirst()
                .orElse(COMMUNITY);
    }
}
