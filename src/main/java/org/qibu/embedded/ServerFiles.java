package org.qibu.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the embedded server keeps on disk beside its cluster: its port, its password and its log. */
final class ServerFiles {

    private static final String PASSWORD_ONLY = "host all all 127.0.0.1/32 scram-sha-256\n";

    private final Path home;
    private final int port;
    private final String password;

    ServerFiles(Path data) {
        this.home = data.resolve("postgres");
        try {
            Files.createDirectories(binaries());
        } catch (IOException e) {
            throw new UncheckedIOException("The data directory " + data + " cannot be written (QIBU_DATA)", e);
        }
        this.port = Integer.parseInt(remembered("port", () -> Integer.toString(PostgresServer.freePort())));
        this.password = remembered("password", ServerFiles::newPassword);
    }

    Path cluster() {
        return home.resolve("cluster");
    }

    Path binaries() {
        return home.resolve("server");
    }

    Path log() {
        return home.resolve("server.log");
    }

    int port() {
        return port;
    }

    String password() {
        return password;
    }

    boolean wasRunning() {
        return Files.exists(cluster().resolve("postmaster.pid"));
    }

    Optional<ProcessHandle> runningProcess() {
        try (var lines = Files.lines(cluster().resolve("postmaster.pid"))) {
            return lines.findFirst().map(String::strip).map(Long::valueOf).flatMap(ProcessHandle::of);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Replaces the open door a new cluster is born with by the generated password. */
    void lock() throws IOException {
        var access = cluster().resolve("pg_hba.conf");
        if (Files.readString(access).equals(PASSWORD_ONLY)) {
            return;
        }
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", PostgresServer.USER, password);
                var statement = connection.createStatement()) {
            statement.execute("alter user postgres password '" + password + "'");
            Files.writeString(access, PASSWORD_ONLY);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException("The password of the embedded PostgreSQL could not be set", e);
        }
    }

    /** Keeps what lies here from other accounts of the machine; the library opens its folder to everybody at each start. */
    void keepToOurselves() {
        for (var folder : List.of(home, binaries())) {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                try {
                    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
                } catch (IOException e) {
                    throw new UncheckedIOException("The folder " + folder + " cannot be kept from others", e);
                }
            }
        }
    }

    private String remembered(String name, Supplier<String> first) {
        var file = home.resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.createFile(file);
                if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
                Files.writeString(file, first.get());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or write " + file, e);
        }
    }

    private static String newPassword() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
