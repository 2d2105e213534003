package org.qibu.community.rolls.page;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibu.community.rolls.RollKind;
import org.qibu.community.rolls.RollPlace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Uploads that wait for a second look: one per account, for an hour, since they hold what people may be reached by. */
@Repository
public class RollDrafts {

    private static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient database;
    private final Clock clock;

    public RollDrafts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * An upload as it came.
     *
     * @param base the roll that was in force when it came, null where there was none
     * @param prefix what goes before each of its numbers; empty for nothing
     */
    public record Draft(
            UUID id,
            RollPlace place,
            String fileName,
            byte[] content,
            @Nullable UUID base,
            String prefix) {}

    @Transactional
    public Draft keep(RollPlace place, String fileName, byte[] content, @Nullable UUID base, String account) {
        var draft = new Draft(UUID.randomUUID(), place, fileName, content, base, "");
        var now = clock.instant();
        database.sql("delete from roll_draft where account = ? or expires_at <= ?")
                .params(account, Timestamp.from(now))
                .update();
        database.sql("""
                        insert into roll_draft (id, account, kind, community_code, zone, zone_name, file_name, content,
                          base_roll, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(draft.id(), account, place.kind().key(), place.community(), place.zone(), place.zoneName())
                .params(fileName, content, base, Timestamp.from(now.plus(KEPT)))
                .update();
        return draft;
    }

    /** The upload while it is kept; one found to be over is gone, whatever the clock says later. */
    @Transactional
    public Optional<Draft> find(UUID id, String account) {
        database.sql("delete from roll_draft where account = ? and expires_at <= ?")
                .params(account, Timestamp.from(clock.instant()))
                .update();
        return database.sql("select * from roll_draft where id = ? and account = ? and expires_at > ?")
                .params(id, account, Timestamp.from(clock.instant()))
                .query((row, number) -> new Draft(
                        id,
                        new RollPlace(
                                RollKind.of(row.getString("kind")).orElseThrow(),
                                row.getString("community_code"),
                                row.getString("zone"),
                                row.getString("zone_name")),
                        row.getString("file_name"),
                        row.getBytes("content"),
                        row.getObject("base_roll", UUID.class),
                        row.getString("prefix")))
                .optional();
    }

    /** Decides what goes before each number of an upload; empty for nothing. */
    void prefix(UUID id, String prefix) {
        database.sql("update roll_draft set prefix = ? where id = ?")
                .params(prefix, id)
                .update();
    }

    void remove(UUID id) {
        database.sql("delete from roll_draft where id = ?").param(id).update();
    }
}
