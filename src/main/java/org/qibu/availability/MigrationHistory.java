package org.qibu.availability;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the history of a database over to the few migrations that those before release 0.2.0 were put together into. All of
 * the former ones leave the same tables as the few, so that only the history is rewritten; a database that has but some of
 * them is refused.
 */
final class MigrationHistory {

    /** The last of the migrations that were put together. */
    static final int LAST_BEFORE_SQUASH = 196;

    private static final int FIRST_OF_SQUASH = 201;
    private static final int LAST_OF_SQUASH = 209;

    /** Version and checksum of the former migrations, as MD5: a history that lacks one or has another is left to Flyway. */
    private static final String ALL_FORMER = "68dd627c9cfa1c9ef3b1ac8a758fdc8d";

    private static final Logger log = LoggerFactory.getLogger(MigrationHistory.class);

    private MigrationHistory() {}

    /**
     * Rewrites the history where it has to be; meant to be called while no other node starts.
     *
     * @throws OutdatedDatabase where the database has some of the former migrations only
     */
    static void carryOver(Flyway flyway) throws SQLException {
        var table = flyway.getConfiguration().getTable();
        try (var connection = flyway.getConfiguration().getDataSource().getConnection()) {
            var newest = newest(connection, table);
            if (newest <= 1 || newest > LAST_BEFORE_SQUASH) {
                return;
            }
            if (newest < LAST_BEFORE_SQUASH) {
                throw new OutdatedDatabase(newest);
            }
            if (!ALL_FORMER.equals(said(connection, table))) {
                log.warn("The history of the database is none this program knows; it is left as it is");
                return;
            }
            rewrite(connection, table, squashed(flyway));
            log.info("The database continues with the migrations of release 0.2.0");
        }
    }

    /** 0 where nothing was ever brought in, or where a migration failed, which Flyway tells. */
    private static int newest(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement("select to_regclass(?) is not null")) {
            statement.setString(1, table);
            var answer = statement.executeQuery();
            answer.next();
            if (!answer.getBoolean(1)) {
                return 0;
            }
        }
        try (var statement = connection.createStatement()) {
            var answer = statement.executeQuery(
                    "select coalesce(max(version::int), 0), coalesce(bool_and(success), true) from " + table
                            + " where version ~ '^[0-9]+$'");
            answer.next();
            return answer.getBoolean(2) ? answer.getInt(1) : 0;
        }
    }

    private static String said(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement()) {
            var answer = statement.executeQuery(
                    "select md5(string_agg(version || ':' || coalesce(checksum::text, ''), ',' order by version::int)) from "
                            + table + " where version ~ '^[0-9]+$'");
            answer.next();
            return String.valueOf(answer.getString(1));
        }
    }

    private static List<MigrationInfo> squashed(Flyway flyway) {
        return Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getVersion() != null)
                .filter(migration -> isSquashed(migration.getVersion().getVersion()))
                .toList();
    }

    private static boolean isSquashed(String version) {
        return version.matches("[0-9]+")
                && Integer.parseInt(version) >= FIRST_OF_SQUASH
                && Integer.parseInt(version) <= LAST_OF_SQUASH;
    }

    private static void rewrite(Connection connection, String table, List<MigrationInfo> migrations)
            throws SQLException {
        if (migrations.size() != LAST_OF_SQUASH - FIRST_OF_SQUASH + 1) {
            throw new IllegalStateException("the program holds " + migrations.size() + " of its first migrations");
        }
        var isWritten = false;
        connection.setAutoCommit(false);
        try (var former = connection.createStatement();
                var row = connection.prepareStatement("insert into " + table
                        + " (installed_rank, version, description, type, script, checksum, installed_by, execution_time,"
                        + " success) values ((select max(installed_rank) + 1 from " + table
                        + "), ?, ?, ?, ?, ?, current_user, 0, true)")) {
            former.executeUpdate("delete from " + table + " where version ~ '^[0-9]+$' and version::int between 2 and "
                    + LAST_BEFORE_SQUASH);
            for (var migration : migrations) {
                row.setString(1, migration.getVersion().getVersion());
                row.setString(2, migration.getDescription());
                row.setString(3, migration.getType().name());
                row.setString(4, migration.getScript());
                row.setObject(5, migration.getChecksum());
                row.executeUpdate();
            }
            connection.commit();
            isWritten = true;
        } finally {
            if (!isWritten) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }
}
