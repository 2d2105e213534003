package org.qibu.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A process in which memory ran out ends, so that it is started anew, however it was started. */
class OutOfMemoryTest {

    /** A process of its own that fills its memory on a thread nobody looks after. */
    static final class Full {

        private Full() {}

        public static void main(String... arguments) throws InterruptedException {
            OutOfMemory.endsTheProcess();
            var greedy = new Thread(() -> {
                var all = new ArrayList<byte[]>();
                while (true) {
                    all.add(new byte[1_000_000]);
                }
            });
            greedy.start();
            TimeUnit.MINUTES.sleep(1);
        }
    }

    @Test
    void theProcessEndsWithThree() throws Exception {
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx20m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Full.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(OutOfMemory.EXIT);
    }

    @Test
    void itIsFoundAtTheBottomOfAFailure() {
        assertThat(OutOfMemory.isCauseOf(new IllegalStateException(new RuntimeException(new OutOfMemoryError()))))
                .isTrue();
        assertThat(OutOfMemory.isCauseOf(new StackOverflowError())).isFalse();
    }
}
