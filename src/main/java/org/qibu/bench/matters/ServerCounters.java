package org.qibu.bench.matters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.qibu.bench.setup.BenchDatabases;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What the database server counts: every statement that was sent to a database, whoever sent it, and every transaction, also
 * those of a single statement that only reads. Taken by pg_stat_statements, pg_stat_database and the position of the log.
 */
public final class ServerCounters implements AutoCloseable {

    /** Connections at rest hand in their count of transactions ten seconds later at the latest. */
    static final Duration LAG = Duration.ofSeconds(11);

    private static final int TICKS_PER_SECOND = 100;

    private final BenchDatabases databases;
    private final SingleConnectionDataSource connection;
    private final JdbcTemplate database;
    private final long server;

    public ServerCounters(BenchDatabases databases) {
        this.databases = databases;
        this.connection = new SingleConnectionDataSource(
                databases.url(BenchDatabases.COUNTERS), databases.user(), databases.password(), true);
        this.database = new JdbcTemplate(connection);
        database.execute("create extension if not exists pg_stat_statements");
        this.server = Long.parseLong(database.queryForObject("select pg_read_file('postmaster.pid')", String.class)
                .lines()
                .findFirst()
                .orElseThrow());
    }

    /**
     * Counts since the server's start.
     *
     * @param statements sent to one database
     * @param bounds how many of them only begin or end a transaction
     * @param transactions of one database
     * @param wal bytes of the log of all databases
     * @param processor time of the server with all its processes; zero where it is not known
     */
    record Counts(long statements, long bounds, long transactions, long wal, Duration processor) {

        Counts minus(Counts before) {
            return new Counts(
                    statements - before.statements,
                    bounds - before.bounds,
                    transactions - before.transactions,
                    wal - before.wal,
                    processor.minus(before.processor));
        }

        Counts plus(Counts more) {
            return new Counts(
                    statements + more.statements,
                    bounds + more.bounds,
                    transactions + more.transactions,
                    wal + more.wal,
                    processor.plus(more.processor));
        }

        static Counts none() {
            return new Counts(0, 0, 0, 0, Duration.ZERO);
        }
    }

    /** @param name of the database */
    Counts of(String name) {
        return database.queryForObject(
                """
                select coalesce(sum(s.calls), 0) as statements,
                  coalesce(sum(s.calls) filter (where s.query ~* '^(begin|commit|rollback|savepoint|release)'), 0) as bounds,
                  (select xact_commit + xact_rollback from pg_stat_database where datname = ?) as transactions,
                  (pg_current_wal_insert_lsn() - '0/0')::bigint as wal
                from pg_stat_statements s join pg_database d on d.oid = s.dbid where d.datname = ?
                """,
                (row, number) -> new Counts(
                        row.getLong("statements"),
                        row.getLong("bounds"),
                        row.getLong("transactions"),
                        row.getLong("wal"),
                        processorTime()),
                name,
                name);
    }

    /** How often each statement was sent to a database since the server's start. */
    public Map<String, Long> statements(String name) {
        return database
                .query("""
                select s.query, sum(s.calls) as calls
                from pg_stat_statements s join pg_database d on d.oid = s.dbid where d.datname = ? group by s.query
                """, (row, number) -> Map.entry(row.getString("query"), row.getLong("calls")), name)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The version of the server. */
    public String server() {
        return database.queryForObject("select version()", String.class);
    }

    /** The server's own process and its children; those that have ended are counted with their parent. */
    private Duration processorTime() {
        var ticks = ProcessHandle.of(server).stream()
                .flatMapToLong(parent -> LongStream.concat(
                        ticks(parent.pid()).stream().mapToLong(Long::longValue),
                        parent.descendants()
                                .flatMapToLong(child ->
                                        ticks(child.pid()).stream().limit(2).mapToLong(Long::longValue))))
                .sum();
        return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
    }

    /** Own time in user and system mode, then that of ended children; none where there is no such file. */
    private static List<Long> ticks(long process) {
        try {
            var line = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return List.of(fields).subList(11, 15).stream().map(Long::valueOf).toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    /**
     * How many bytes the engine keeps of an ended matter, in rows of its history and values, without their indexes.
     *
     * @param process key of the outermost process
     * @return by table, for one matter on average; the tables that keep nothing are missing
     */
    public Map<String, Long> engineBytes(String name, String process) {
        var side = new JdbcTemplate(
                new DriverManagerDataSource(databases.url(name), databases.user(), databases.password()));
        var tables = side.queryForList("""
                select table_name from information_schema.columns
                where table_name like 'act\\_%' and column_name = 'root_proc_inst_id_' and table_schema = 'public'
                order by table_name
                """, String.class);
        return tables.stream()
                .map(table -> Map.entry(table, side.queryForObject("""
                        with ended as (
                          select root_proc_inst_id_ as id from act_hi_procinst
                          where proc_def_key_ = ? and id_ = root_proc_inst_id_ and state_ = 'COMPLETED')
                        select coalesce(sum(pg_column_size(t.*)), 0) / greatest((select count(*) from ended), 1)
                        from %s t where t.root_proc_inst_id_ in (select id from ended)""".formatted(table), Long.class, process)))
                .filter(bytes -> bytes.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many of these matters have come to their end. */
    int ended(String name, List<String> businessKeys) {
        return new JdbcTemplate(
                        new DriverManagerDataSource(databases.url(name), databases.user(), databases.password()))
                .queryForObject("""
                        select count(*) from act_hi_procinst
                        where id_ = root_proc_inst_id_ and state_ = 'COMPLETED' and business_key_ = any(?)
                        """, Integer.class, (Object) businessKeys.toArray(String[]::new));
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
