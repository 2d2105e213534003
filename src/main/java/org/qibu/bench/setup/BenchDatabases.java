package org.qibu.bench.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qibu.embedded.PostgresServer;
import org.springframework.util.FileSystemUtils;

/** Fresh databases for both sides and one to look on from, on one server, which is made for the purpose unless one is named; all go at the end. */
public final class BenchDatabases implements AutoCloseable {

    public static final String OURS = "qibu_bench_ours";
    public static final String PLAIN = "qibu_bench_plain";
    /** Whatever is asked here counts for neither side. */
    public static final String COUNTERS = "qibu_bench_counters";

    private static final List<String> NAMES = List.of(OURS, PLAIN, COUNTERS);
    private static final Map<String, String> COUNTING = Map.of(
            "shared_preload_libraries", "pg_stat_statements",
            "pg_stat_statements.max", "20000");

    private final Path home;
    private final Optional<PostgresServer> server;
    private final String url;
    private final String user;
    private final String password;

    private BenchDatabases(Path home, Optional<PostgresServer> server, String url, String user, String password) {
        this.home = home;
        this.server = server;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    public static BenchDatabases create() {
        try {
            var home = Files.createTempDirectory("qibu-bench");
            var named = System.getenv("SPRING_DATASOURCE_URL");
            var databases = named == null || named.isBlank()
                    ? embedded(home, PostgresServer.start(home, COUNTING))
                    : new BenchDatabases(
                            home,
                            Optional.empty(),
                            named,
                            System.getenv("SPRING_DATASOURCE_USERNAME"),
                            System.getenv("SPRING_DATASOURCE_PASSWORD"));
            databases.drop();
            databases.execute(NAMES.stream().map("create database "::concat).toList());
            return databases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BenchDatabases embedded(Path home, PostgresServer server) {
        return new BenchDatabases(home, Optional.of(server), server.jdbcUrl(), PostgresServer.USER, server.password());
    }

    /** Where files of the measured installation may lie. */
    public Path home() {
        return home;
    }

    /** The address of one of the two. */
    public String url(String database) {
        return url.replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + database);
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    private void drop() {
        execute(NAMES.stream()
                .map("drop database if exists %s with (force)"::formatted)
                .toList());
    }

    private void execute(List<String> statements) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            for (var text : statements) {
                statement.execute(text);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        drop();
        server.ifPresent(PostgresServer::stop);
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
