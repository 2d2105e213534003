package org.qibu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qibu.QibuApplication;

/** The measurements themselves, small: both sides answer alike and lose nothing. How fast is not tested. */
class BenchTest {

    @TempDir
    private Path place;

    @Test
    void theTaskListOfBothSidesIsTheSame() throws Exception {
        assertThat(print("lists", "--tasks=600", "--groups=30", "--calls=1")
                        .lines()
                        .filter(line -> line.endsWith("| 是 yes |")))
                .hasSize(9);
    }

    @Test
    void everyRungAndEveryTimerIsDoneOnce() throws Exception {
        assertThat(print("ladder", "--rungs=1200", "--people=300", "--rounds=1")
                        .lines()
                        .filter(line -> line.endsWith("| 是 yes |")))
                .hasSize(2);
    }

    /** What a measurement prints, after it ended well and cleaned up behind it. */
    private String print(String... measurement) throws Exception {
        var output = place.resolve("output.txt");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx500m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-Djava.io.tmpdir=" + place,
                QibuApplication.class.getName(),
                "bench"));
        command.addAll(List.of(measurement));
        var bench = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        var ended = bench.waitFor(9, TimeUnit.MINUTES);
        bench.destroy();

        var printed = Files.readString(output);
        assertThat(ended).as(printed).isTrue();
        assertThat(bench.exitValue()).as(printed).isZero();
        try (var left = Files.list(place)) {
            assertThat(left)
                    .as("what the measurement leaves behind")
                    .noneMatch(file -> file.getFileName().toString().startsWith("qibu-bench"));
        }
        return printed;
    }
}
