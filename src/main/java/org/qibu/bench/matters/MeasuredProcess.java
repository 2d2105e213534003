package org.qibu.bench.matters;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.system.ApplicationHome;

/** One side as a program of its own, from the same jar or class path and with the same options of Java as the measurement. */
public final class MeasuredProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final int port;
    private final Path log;

    private MeasuredProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param application its main class, where it does not run from a jar
     * @param log what it prints
     * @param ready what it prints when it is ready
     */
    public static MeasuredProcess start(Class<?> application, Path log, String ready, List<String> arguments)
            throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-X") || option.startsWith("-Djava.io.tmpdir="))
                .forEach(command::add);
        command.addAll(program(application));
        command.addAll(arguments);
        command.addAll(List.of("--server.address=127.0.0.1", "--server.port=" + port));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var started = new MeasuredProcess(process, port, log);
        started.await(ready);
        return started;
    }

    private static List<String> program(Class<?> application) {
        var jar = new ApplicationHome(MeasuredProcess.class).getSource();
        return jar != null && jar.isFile()
                ? List.of("-jar", jar.getPath())
                : List.of("-cp", System.getProperty("java.class.path"), application.getName());
    }

    private void await(String ready) throws IOException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(log).contains(ready)) {
            if (!process.isAlive() || System.nanoTime() > until) {
                close();
                throw new IllegalStateException("not started: " + Files.readString(log));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** What it has used of the processors since its start. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** What it said of faults, for whoever looks into a failed measurement. */
    File log() {
        return log.toFile();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, 60, TimeUnit.SECONDS)
                .thenAccept(Process::destroyForcibly)
                .join();
    }
}
