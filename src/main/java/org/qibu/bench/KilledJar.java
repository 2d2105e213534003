package org.qibu.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.system.ApplicationHome;

/** The jar this measurement came in, as a process of its own that can be ended as by a power cut; its data outlive it. */
final class KilledJar implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path data;
    private final File jar;
    private final int port = freePort();
    private @Nullable Process process;

    KilledJar(Path data) {
        this.data = data;
        this.jar = new ApplicationHome(KilledJar.class).getSource();
        if (jar == null || !jar.isFile()) {
            throw new IllegalStateException("bench kill runs from the packed jar only");
        }
    }

    private Process running() {
        return Objects.requireNonNull(process, "not started yet");
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Starts it and waits until it says that it is ready. */
    void start() {
        try {
            Files.createDirectories(data);
            var log = data.resolve("start-" + System.nanoTime() + ".log");
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx700m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+ExitOnOutOfMemoryError",
                            "-jar",
                            jar.getPath(),
                            "--server.address=127.0.0.1",
                            "--server.port=" + port,
                            "--qibu.data=" + data.toAbsolutePath())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            awaitReady(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(Path log) throws IOException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(log).contains("Qibu is ready")) {
            if (!running().isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException("The jar did not start: " + Files.readString(log));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends it at once, whatever it is doing. */
    void kill() {
        running().destroyForcibly().onExit().join();
    }

    /** Ends it in good order. */
    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
