package org.qibu.engine.fault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.qibu.engine.ProcessFault;
import org.qibu.engine.spi.ProcessFaultWatcher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Repository;
import org.springframework.util.function.SingletonSupplier;

/** The processes that cannot go on: each place once, with its reason, until it went on. */
@Repository
@NamedInterface("fault")
public class ProcessFaults {

    /** How the place of a message begins that a process did not take. */
    static final String MESSAGE = "message:";

    /** How the place of a shared table begins. */
    static final String TABLE = "table:";

    private final JdbcClient database;
    private final SingletonSupplier<List<ProcessFaultWatcher>> watchers;
    private final Clock clock;

    ProcessFaults(JdbcClient database, ObjectProvider<ProcessFaultWatcher> watchers, Clock clock) {
        this.database = database;
        this.watchers = SingletonSupplier.of(() -> watchers.stream().toList());
        this.clock = clock;
    }

    /** Where it happened, before it has a number. */
    record Met(
            String matterNo,
            String communityCode,
            String place,
            String taskName,
            String processKey,
            int version,
            String reason) {}

    /** Notes that a place cannot go on; whoever watches is told when it is met for the first time. */
    void note(Met met) {
        var noted = database.sql("""
                        insert into process_fault (matter_no, community_code, place, task_name, process_key, version, reason,
                          first_at, last_at, times)
                        values (:no, :community, :place, :task, :process, :version, :reason, :now, :now, 1)
                        on conflict (place) where solved_at is null do update
                        set last_at = excluded.last_at, times = process_fault.times + 1,
                          reason = excluded.reason, version = excluded.version
                        returning *, false as is_job""")
                .param("no", met.matterNo())
                .param("community", met.communityCode())
                .param("place", met.place())
                .param("task", met.taskName())
                .param("process", met.processKey())
                .param("version", met.version())
                .param("reason", met.reason())
                .param("now", Timestamp.from(clock.instant()))
                .query(ProcessFaults::read)
                .single();
        if (noted.times() == 1) {
            watchers.obtain().forEach(watcher -> watcher.raised(noted));
        }
    }

    /** Those that still cannot go on, the oldest first. */
    public List<ProcessFault> open() {
        return database.sql("""
                        select fault.*, exists (select 1 from act_ru_job where id_ = fault.place) as is_job
                        from process_fault fault where solved_at is null
                          and (place like 'start:%' or place like 'table:%'
                            or place like 'message:%' and exists (select 1 from act_ru_execution
                              where business_key_ = fault.matter_no)
                            or exists (select 1 from act_ru_task where id_ = fault.place)
                            or exists (select 1 from act_ru_job where id_ = fault.place and retries_ = 0))
                        order by first_at, id""").query(ProcessFaults::read).list();
    }

    /** The place went on, or is gone; false where nothing was noted about it. */
    boolean solved(String place) {
        return database.sql("update process_fault set solved_at = :now where place = :place and solved_at is null")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("place", place)
                        .update()
                > 0;
    }

    /** The matter runs on a newer version of this process, where it may go on. */
    void moved(String matterNo, String process, int newest) {
        database.sql("""
                        update process_fault set solved_at = :now
                        where matter_no = :no and process_key = :process and version < :newest and solved_at is null""")
                .param("now", Timestamp.from(clock.instant()))
                .param("no", matterNo)
                .param("process", process)
                .param("newest", newest)
                .update();
    }

    private static ProcessFault read(ResultSet row, int number) throws SQLException {
        return new ProcessFault(
                row.getLong("id"),
                row.getString("matter_no"),
                row.getString("community_code"),
                row.getString("place"),
                row.getString("task_name"),
                row.getString("process_key"),
                row.getInt("version"),
                row.getString("reason"),
                row.getBoolean("is_job"),
                row.getTimestamp("first_at").toInstant(),
                row.getInt("times"));
    }
}
