package org.qibu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qibu.QibuApplication;

/**
 * The measurements themselves, small: both sides answer alike and lose nothing. How fast is not tested, so both run side by
 * side.
 */
class BenchTest {

    @TempDir
    private static Path place;

    private static Measurement lists;
    private static Measurement ladder;
    private static Measurement matters;

    @BeforeAll
    static void startBoth() throws IOException {
        lists = Measurement.start("lists", "--tasks=600", "--groups=30", "--calls=1");
        ladder = Measurement.start("ladder", "--rungs=600", "--people=300", "--rounds=1");
        matters = Measurement.start("matters", "--matters=1", "--clients=1", "--rounds=1", "--warmup=0", "--rest=3");
    }

    @AfterAll
    static void leaveNothingRunning() {
        lists.process().destroy();
        ladder.process().destroy();
        matters.process().destroy();
    }

    @Test
    void theTaskListOfBothSidesIsTheSame() throws Exception {
        assertThat(lists.linesThatAreWhole()).hasSize(9);
    }

    @Test
    void everyRungAndEveryTimerIsDoneOnce() throws Exception {
        assertThat(ladder.linesThatAreWhole()).hasSize(2);
    }

    @Test
    void aMatterOfEitherSideIsCountedFromItsFirstFormToItsEnd() throws Exception {
        assertThat(matters.linesThatAreWhole())
                .extracting(line -> line.split(" *\\| *"))
                .satisfiesExactly(ours -> counted(ours, "七步 Qibu", 16), plain -> counted(plain, "对照 plain", 10));
    }

    /** Statements, of them those that begin and end transactions, transactions, log, processor time on both ends, mails. */
    private static void counted(String[] line, String side, int forms) {
        assertThat(line[1]).isEqualTo(side);
        assertThat(Integer.parseInt(line[2])).isEqualTo(forms);
        for (int column = 5; column <= 11; column++) {
            assertThat(Double.parseDouble(line[column])).as("column " + column).isPositive();
        }
    }

    /** A measurement as a process of its own, which keeps its files in a folder of its own. */
    private record Measurement(Process process, Path folder, Path output) {

        static Measurement start(String name, String... options) throws IOException {
            var folder = Files.createDirectory(place.resolve(name));
            var output = place.resolve(name + ".txt");
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx500m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    "-Djava.io.tmpdir=" + folder,
                    QibuApplication.class.getName(),
                    "bench",
                    name));
            command.addAll(List.of(options));
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new Measurement(process, folder, output);
        }

        /** The lines of its table that say yes, after it ended well and cleaned up behind it. */
        List<String> linesThatAreWhole() throws Exception {
            var ended = process.waitFor(9, TimeUnit.MINUTES);
            var printed = Files.readString(output);
            assertThat(ended).as(printed).isTrue();
            assertThat(process.exitValue()).as(printed).isZero();
            try (var left = Files.list(folder)) {
                assertThat(left)
                        .as("what the measurement leaves behind")
                        .noneMatch(file -> file.getFileName().toString().startsWith("qibu-bench"));
            }
            return printed.lines().filter(line -> line.endsWith("| 是 yes |")).toList();
        }
    }
}
