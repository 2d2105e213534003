package org.qibu.voting;

import java.math.BigDecimal;

/**
 * How much of an electorate: area in hundredths of a square metre, and heads. Meetings count heads only.
 *
 * @param area 0 where only heads count
 */
public record Measure(long area, long heads) {

    /** Nobody. */
    public static final Measure NONE = new Measure(0, 0);

    /** So many heads, without area. */
    public static Measure heads(long heads) {
        return new Measure(0, heads);
    }

    public Measure plus(Measure other) {
        return new Measure(area + other.area, heads + other.heads);
    }

    boolean isNegative() {
        return area < 0 || heads < 0;
    }

    boolean exceeds(Measure other) {
        return area > other.area || heads > other.heads;
    }

    /** Larger by every measure that counts. */
    boolean isLargerThan(Measure other, boolean dual) {
        return heads > other.heads && (!dual || area > other.area);
    }

    /** The area as people write it: square metres with two decimals. */
    public String squareMetres() {
        return BigDecimal.valueOf(area, 2).toPlainString();
    }
}
