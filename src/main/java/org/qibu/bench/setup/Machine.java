package org.qibu.bench.setup;

import java.time.LocalDate;

/** What was measured on, in one line. */
public final class Machine {

    private Machine() {}

    public static String described(String server) {
        return "%s · %s · %d 个处理器 / processors, 堆 / heap %d MiB · Java %s · %s"
                .formatted(
                        LocalDate.now(),
                        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().maxMemory() >> 20,
                        System.getProperty("java.version"),
                        server.split(",")[0].split(" on ")[0]);
    }
}
