package org.qibu.bench.matters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.qibu.bench.setup.BenchDatabases;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Fills our database with what many years leave behind: finished matters, each a copy of a real one row by row, and accounts
 * in many communities. The database copies by itself, in sets.
 */
public final class ArchiveOfMatters implements AutoCloseable {

    /** Whatever holds a row for a matter, a process of it, or one of its tasks. */
    private static final List<String> TABLES = List.of(
            "matter",
            "matter_event",
            "form_record",
            "form_load",
            "matter_party",
            "matter_action",
            "matter_paper",
            "notice",
            "deadline",
            "last_submission",
            "outbox_mail",
            "staff_mail",
            "digest_line",
            "act_hi_procinst",
            "act_hi_actinst",
            "act_hi_taskinst",
            "act_hi_varinst",
            "act_hi_op_log");

    /** Told apart from the original's by the number of the copy. */
    private static final Set<String> NUMBERED = Set.of(
            "receipt",
            "task_id",
            "dedup_key",
            "line_key",
            "token",
            "message_id",
            "id_",
            "proc_inst_id_",
            "root_proc_inst_id_",
            "super_process_instance_id_",
            "execution_id_",
            "act_inst_id_",
            "parent_act_inst_id_",
            "task_id_",
            "call_proc_inst_id_",
            "operation_id_");

    /** A copy is long; of a mail that went its text is not needed. */
    private static final Map<String, String> INSTEAD = Map.of("text", "''", "html", "''", "attachments", "'[]'::jsonb");

    private static final int AT_ONCE = 5_000;
    private static final int ACCOUNTS_OF_A_COMMUNITY = 25;

    private final SingleConnectionDataSource connection;
    private final JdbcTemplate database;

    public ArchiveOfMatters(BenchDatabases databases) {
        this.connection = new SingleConnectionDataSource(
                databases.url(BenchDatabases.OURS), databases.user(), databases.password(), true);
        this.database = new JdbcTemplate(connection);
        // the copies refer to each other as the original does; nothing is checked again row by row
        database.execute("set session_replication_role = replica");
        database.execute("set statement_timeout = 0");
    }

    /** Copies the matter that ended last so many times; returns how many rows that were. */
    public long add(int matters) {
        var original = database.queryForObject(
                "select matter_no from matter where outcome is not null order by closed_at desc limit 1", String.class);
        var processes = database.queryForList(
                "select id_ from act_hi_procinst where business_key_ = ?", String.class, original);
        var rows = 0L;
        for (int from = 1; from <= matters; from += AT_ONCE) {
            for (var table : TABLES) {
                rows += database.update(
                        copy(table),
                        from,
                        Math.min(matters, from + AT_ONCE - 1),
                        table.startsWith("act_") ? processes.toArray(String[]::new) : original);
            }
        }
        database.execute("vacuum analyze");
        return rows;
    }

    private String copy(String table) {
        var columns = database.queryForList("""
                select column_name, data_type from information_schema.columns
                where table_schema = 'public' and table_name = ? and is_generated = 'NEVER'
                  and (is_identity = 'NO' or identity_generation = 'BY DEFAULT') order by ordinal_position""", table);
        var names = new ArrayList<String>();
        var values = new ArrayList<String>();
        columns.forEach(column -> {
            var name = String.valueOf(column.get("column_name"));
            names.add(name);
            values.add(value(table, name, String.valueOf(column.get("data_type"))));
        });
        var which = table.startsWith("act_") ? "proc_inst_id_ = any(?)" : "matter_no = ?";
        return "insert into " + table + " (" + String.join(", ", names) + ") select " + String.join(", ", values)
                + " from generate_series(?, ?) n, (select * from " + table + " where " + which + ") o";
    }

    private static String value(String table, String column, String type) {
        if ("matter_no".equals(column) || "business_key_".equals(column)) {
            return "o." + column + " || 'A' || n";
        }
        if ("outbox_mail".equals(table) && "id".equals(column)) {
            return "nextval('outbox_mail_id')";
        }
        if ("outbox_mail".equals(table) && INSTEAD.containsKey(column)) {
            return INSTEAD.get(column);
        }
        if ("uuid".equals(type)) {
            return "gen_random_uuid()";
        }
        return NUMBERED.contains(column) ? "left(o." + column + " || 'A' || n, 64)" : "o." + column;
    }

    /** Adds accounts like the clerk's, spread over communities of their own. */
    public void addAccounts(int accounts) {
        var communities = (accounts + ACCOUNTS_OF_A_COMMUNITY - 1) / ACCOUNTS_OF_A_COMMUNITY;
        database.update("""
                insert into community (code, name, subdistrict)
                select 'BE-' || n, '测量社区' || n, '测量街道' from generate_series(1, ?) n""", communities);
        database.update(
                "insert into act_id_tenant (id_, rev_, name_) select 'BE-' || n, 1, '测量社区' || n from generate_series(1, ?) n",
                communities);
        database.update("""
                insert into act_id_user (id_, rev_, first_, last_, email_, pwd_, salt_)
                select 'bench' || n, 1, '测' || n, '量', 'bench' || n || '@qibu.example', pwd_, salt_
                from generate_series(1, ?) n, (select * from act_id_user where id_ = 'clerk') o""", accounts);
        database.update("""
                insert into act_id_membership (user_id_, group_id_)
                select 'bench' || n, group_id_ from generate_series(1, ?) n, (select * from act_id_membership where user_id_ = 'clerk') o""", accounts);
        database.update("""
                insert into act_id_tenant_member (id_, tenant_id_, user_id_)
                select 'bench' || n, 'BE-' || (1 + n % ?), 'bench' || n from generate_series(1, ?) n""", communities, accounts);
        database.execute("analyze");
    }

    /** How many matters and accounts there are. */
    public String size() {
        return database
                .queryForList(
                        "select (select count(*) from matter) as matters, (select count(*) from act_id_user) as accounts")
                .stream()
                .map(row -> row.values().stream().map(String::valueOf).collect(Collectors.joining(" / ")))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
