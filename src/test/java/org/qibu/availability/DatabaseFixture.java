package org.qibu.availability;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;

/** Databases as programs of before left them, kept under {@code src/test/resources/databases}. */
public final class DatabaseFixture {

    private DatabaseFixture() {}

    /**
     * A new database of this server that holds what is kept under this name.
     *
     * @param name of the file without its ending
     */
    public static DataSource restore(EmbeddedPostgres server, String name) {
        var database = databaseOf(name);
        try (var script = new GZIPInputStream(new ClassPathResource("databases/" + name + ".sql.gz").getInputStream());
                var administrator = server.getPostgresDatabase().getConnection();
                var create = administrator.createStatement()) {
            create.execute("drop database if exists " + database + " with (force)");
            create.execute("create database " + database);
            var restored = server.getDatabase("postgres", database);
            try (var connection = restored.getConnection();
                    var run = connection.createStatement()) {
                run.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            }
            return restored;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("could not restore " + name, e);
        }
    }

    /** What the database is called that {@link #restore} makes. */
    public static String databaseOf(String name) {
        return "left_" + name.replaceAll("[^a-z0-9]", "");
    }
}
