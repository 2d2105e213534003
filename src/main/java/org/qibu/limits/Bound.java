package org.qibu.limits;

import java.time.Duration;

/**
 * So often within so long, counted back from each moment anew.
 *
 * @param most how many, at least 1
 * @param within in which time
 */
public record Bound(int most, Duration within) {

    public Bound {
        if (most < 1 || within.isNegative() || within.isZero()) {
            throw new IllegalArgumentException("a bound of " + most + " within " + within);
        }
    }
}
