package org.qibu.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.util.FileSystemUtils;

/**
 * What the first start of the packed jar leaves in its data directory. It is made once a build, by the journey that needs it
 * first; the others, in both processes, begin on copies.
 */
final class FirstStart {

    private static final Path HOME = Path.of("target", "first-start");

    /** Changes with each build, so that no jar is tried on what an older one left. */
    private static final String BUILD =
            System.getProperty("qibu.build", "pid-" + ProcessHandle.current().pid());

    private FirstStart() {}

    /** Replaces a data directory; the copy of the database gets a port of its own when it starts. */
    static void copyTo(Path data) {
        try {
            var made = made();
            FileSystemUtils.deleteRecursively(data);
            copy(made, data);
            Files.delete(data.resolve("postgres").resolve("port"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path made() throws IOException {
        Files.createDirectories(HOME);
        try (var lock = FileChannel.open(
                HOME.resolveSibling("first-start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            var whole = HOME.resolve(BUILD);
            if (!Files.exists(whole)) {
                FileSystemUtils.deleteRecursively(HOME);
                var begun = HOME.resolve("begun");
                try (var jar = new RunningJar(begun)) {
                    jar.start();
                }
                Files.move(begun, whole);
            }
            return whole;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
