package org.qibu.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whatever was acknowledged outlives a kill in the middle of a burst of writes: there once, never half, never twice. */
class AcknowledgedWritesIT {

    @Test
    void everyAcknowledgedWriteIsThereOnce() throws IOException, InterruptedException {
        var log = Path.of("target", "bench-kill.log");
        var bench = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        System.getProperty("qibu.jar", "target/qibu.jar"),
                        "bench",
                        "kill",
                        "--rounds=3",
                        "--writes=40"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(bench.waitFor(12, TimeUnit.MINUTES)).isTrue();
        assertThat(bench.exitValue()).as(Files.readString(log)).isZero();
        assertThat(Files.readString(log)).contains("3 kills").contains("0 lost, 0 twice");
    }
}
