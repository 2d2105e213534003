package org.qibu.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server whose data survive restart and kill, under the data directory of this installation.
 *
 * <p>It listens on 127.0.0.1 only, on a port that is chosen once and remembered, and asks for a password that is made at
 * the first start. A server that outlived its Java process (kill -9) is adopted instead of started a second time.
 */
public final class PostgresServer {

    /** The account that owns it. */
    public static final String USER = "postgres";

    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
    private static final String HOST = "127.0.0.1";

    private final ServerFiles files;
    private final Optional<EmbeddedPostgres> started;

    private PostgresServer(ServerFiles files, Optional<EmbeddedPostgres> started) {
        this.files = files;
        this.started = started;
    }

    /**
     * Starts the server of a data directory, or finds it running.
     *
     * @throws NoServerPacked where the jar holds none for this machine
     */
    public static PostgresServer start(Path data) {
        return start(data, Map.of());
    }

    /**
     * The same with settings of the server beside the usual, for measurements.
     *
     * @param settings by name, as in {@code postgresql.conf}
     */
    public static PostgresServer start(Path data, Map<String, String> settings) {
        var files = new ServerFiles(data);
        if (answers(files)) {
            files.keepToOurselves();
            log.info("A PostgreSQL left over from an earlier run is alive on port {} and is used again", files.port());
            return new PostgresServer(files, Optional.empty());
        }
        try {
            var server = launch(files, settings);
            files.keepToOurselves();
            files.lock();
            return new PostgresServer(files, Optional.of(server));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The embedded PostgreSQL under " + files.cluster() + " does not start: " + e.getMessage(), e);
        }
    }

    private static EmbeddedPostgres launch(ServerFiles files, Map<String, String> settings) throws IOException {
        var builder = EmbeddedPostgres.builder();
        settings.forEach(builder::setServerConfig);
        return builder.setPgBinaryResolver(PostgresServer::packed)
                .setDataDirectory(files.cluster())
                .setOverrideWorkingDirectory(files.binaries().toFile())
                .setCleanDataDirectory(false)
                .setPort(files.port())
                .setConnectConfig("password", files.password())
                .setServerConfig("listen_addresses", HOST)
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setOutputRedirector(
                        ProcessBuilder.Redirect.appendTo(files.log().toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(files.log().toFile()))
                .start();
    }

    private static InputStream packed(String system, String architecture) throws IOException {
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, architecture);
        } catch (IllegalStateException missing) {
            throw new NoServerPacked(system + " " + architecture, missing);
        }
    }

    private static boolean answers(ServerFiles files) {
        if (!files.wasRunning()) {
            return false;
        }
        try (var connection = connect(files)) {
            return connection.isValid(3);
        } catch (SQLException e) {
            return false;
        }
    }

    private static Connection connect(ServerFiles files) throws SQLException {
        return DriverManager.getConnection(url(files), USER, files.password());
    }

    private static String url(ServerFiles files) {
        return "jdbc:postgresql://" + HOST + ":" + files.port() + "/postgres";
    }

    /** Its address. */
    public String jdbcUrl() {
        return url(files);
    }

    /** The password of its owner. */
    public String password() {
        return files.password();
    }

    /** Ends the server in good order; connections are closed before. */
    public void stop() {
        try {
            if (started.isPresent()) {
                started.get().close();
            } else {
                files.runningProcess().ifPresent(PostgresServer::endAdopted);
            }
        } catch (IOException e) {
            log.warn("The embedded PostgreSQL did not stop in good order; it recovers at the next start", e);
        }
    }

    private static void endAdopted(ProcessHandle server) {
        server.destroy();
        server.onExit().completeOnTimeout(server, 20, TimeUnit.SECONDS).join();
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on " + HOST, e);
        }
    }
}
