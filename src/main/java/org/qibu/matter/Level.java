package org.qibu.matter;

import java.util.List;
import java.util.stream.Stream;

/** The level at which a matter is talked over, the lowest first; its name is the code in tables, processes and the database. */
public enum Level {
    BUILDING(0, "STAIRWELL", "BUILDING"),
    COMPOUND(1, "COMPOUND"),
    COMMUNITY(2, "COMMUNITY"),
    SUBDISTRICT(3, "CROSS_COMMUNITY");

    private final int height;
    private final List<String> scopes;

    Level(int height, String... scopes) {
        this.height = height;
        this.scopes = List.of(scopes);
    }

    /** How many levels lie below the one of this code; -1 for one that only a table knows. */
    public static int heightOf(String code) {
        return Stream.of(values())
                .filter(level -> level.name().equals(code))
                .map(level -> level.height)
                .findFirst()
                .orElse(-1);
    }

    /**
     * How often a matter of this scope has to be raised to lie one level above the present one, which a committee may have
     * changed; never above the highest.
     *
     * @param present the code of the present level; one that only a table knows counts as lying below all
     */
    public static int raisesAbove(String affectedScope, String present) {
        var begins = ofScope(affectedScope).height;
        return Math.min(SUBDISTRICT.height, Math.max(heightOf(present), begins) + 1) - begins;
    }

    /** The level at which what affects this scope begins; the community where no such scope is known. */
    public static Level ofScope(String affectedScope) {
        return Stream.of(values())
                .filter(level -> level.scopes.contains(affectedScope))
                .findFirst()
                .orElse(COMMUNITY);
    }
}
