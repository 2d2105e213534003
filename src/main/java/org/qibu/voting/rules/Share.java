package org.qibu.voting.rules;

import java.math.BigInteger;

/**
 * A limit such as two thirds, compared without division: {@code part · den} against {@code whole · num}.
 *
 * @param strict true for "more than" (过半数: exactly half fails), false for "or more" (以上, which includes the number
 *     itself: Civil Code art. 1259)
 */
public record Share(long num, long den, boolean strict) {

    public Share {
        if (num < 0 || den <= 0) {
            throw new IllegalArgumentException("a share needs a numerator of 0 or more and a positive denominator");
        }
    }

    /** Whether the part is as large a share of the whole as this. Nothing is never a share of nothing. */
    public boolean isReachedBy(long part, long whole) {
        if (part < 0 || whole < 0) {
            throw new IllegalArgumentException("counts and areas are not negative");
        }
        if (whole == 0) {
            return false;
        }
        var compared = BigInteger.valueOf(part)
                .multiply(BigInteger.valueOf(den))
                .compareTo(BigInteger.valueOf(whole).multiply(BigInteger.valueOf(num)));
        return strict ? compared > 0 : compared >= 0;
    }
}
