package org.qibu.bench.setup;

import java.util.Arrays;

/** The middle of several readings. */
public final class Median {

    private Median() {}

    /** Of an even number of readings the mean of the two in the middle. */
    public static double of(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
