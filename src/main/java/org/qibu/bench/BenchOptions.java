package org.qibu.bench;

import java.util.List;

/** Options of a measurement, such as {@code --rounds=3}. */
final class BenchOptions {

    private BenchOptions() {}

    /** The number given for this name, else the usual one. */
    static int number(List<String> options, String name, int usual) {
        var prefix = "--" + name + "=";
        return options.stream()
                .filter(option -> option.startsWith(prefix))
                .map(option -> Integer.parseInt(option.substring(prefix.length())))
                .findFirst()
                .orElse(usual);
    }
}
