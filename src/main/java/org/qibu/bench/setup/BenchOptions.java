package org.qibu.bench.setup;

import java.util.List;

/** Options of a measurement, such as {@code --rounds=3}. */
public final class BenchOptions {

    private BenchOptions() {}

    /** The number given for this name, else the usual one. */
    public static int number(List<String> options, String name, int usual) {
        var prefix = "--" + name + "=";
        return options.stream()
                .filter(option -> option.startsWith(prefix))
                .map(option -> Integer.parseInt(option.substring(prefix.length())))
                .findFirst()
                .orElse(usual);
    }
}
