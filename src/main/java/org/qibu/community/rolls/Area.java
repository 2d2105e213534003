package org.qibu.community.rolls;

import java.math.BigDecimal;

/** Areas are whole hundredths of a square metre inside and have two decimals outside. */
public final class Area {

    private Area() {}

    /** Whether this is an area above nothing with no more than two decimals. */
    public static boolean isArea(String text) {
        return text.matches("\\d{1,7}(\\.\\d{1,2}0*)?") && new BigDecimal(text).signum() > 0;
    }

    public static long hundredths(String text) {
        return new BigDecimal(text).movePointRight(2).longValueExact();
    }

    public static String text(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2).toPlainString();
    }
}
