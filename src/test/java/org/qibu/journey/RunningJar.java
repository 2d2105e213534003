package org.qibu.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The executable jar as a process of its own, with a data directory that outlives it. */
final class RunningJar implements AutoCloseable {

    private final Path data;
    private final int port = freePort();
    private Process process;

    RunningJar(Path data) {
        this.data = data;
    }

    /** Starts the jar on a copy of what a first start leaves, whatever lay in its data directory. */
    RunningJar begin() {
        FirstStart.copyTo(data);
        return start();
    }

    /** Starts the jar, spending little on code that lives for minutes only, and waits for its last line. */
    RunningJar start() {
        var log = data.resolve("start-" + System.nanoTime() + ".log");
        try {
            Files.createDirectories(data);
            process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx900m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UnlockDiagnosticVMOptions",
                            "-XX:-BytecodeVerificationRemote",
                            "-XX:+ExitOnOutOfMemoryError",
                            "-jar",
                            System.getProperty("qibu.jar", "target/qibu.jar"),
                            "--server.port=" + port,
                            "--qibu.data=" + data.toAbsolutePath()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await("Qibu is ready")
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    var text = Files.readString(log);
                    if (!process.isAlive()) {
                        throw new IllegalStateException("the jar stopped: " + text);
                    }
                    return text.contains("Qibu is ready");
                });
        return this;
    }

    /** Ends the process as a power cut would. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    Office office() {
        return new Office(port);
    }

    int port() {
        return port;
    }

    /** Where it keeps what it has. */
    Path data() {
        return data;
    }

    /** A connection to the database the jar brought along. */
    Connection database() throws SQLException {
        try {
            var home = data.resolve("postgres");
            var url = "jdbc:postgresql://127.0.0.1:"
                    + Files.readString(home.resolve("port")).strip() + "/postgres";
            return DriverManager.getConnection(
                    url, "postgres", Files.readString(home.resolve("password")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
