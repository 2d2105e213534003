package org.qibu.community.rolls;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which rolls were imported, when, by whom; the newest of a kind and place is in force. */
@Repository
public class RollRegister {

    private final JdbcClient database;
    private final Clock clock;

    public RollRegister(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Roll add(RollPlace place, Content content, String fileName, String account) {
        var roll = new Roll(
                UUID.randomUUID(),
                place.kind().key(),
                place.community(),
                place.zone(),
                content.rows(),
                content.heads(),
                content.totalArea(),
                content.sha256(),
                clock.instant(),
                account,
                fileName);
        database.sql("""
                        insert into roll (id, kind, community_code, zone, rows, heads, total_area, sha256, imported_at,
                          imported_by, file_name)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(roll.id(), roll.kind(), roll.communityCode(), roll.zone(), roll.rows(), roll.heads())
                .params(roll.totalArea(), roll.sha256(), Timestamp.from(roll.importedAt()))
                .params(roll.importedBy(), roll.fileName())
                .update();
        return roll;
    }

    public Optional<Roll> present(RollPlace place) {
        return database.sql("""
                        select * from roll where community_code = ? and kind = ? and zone = ?
                        order by came desc limit 1""")
                .params(place.community(), place.kind().key(), place.zone())
                .query(Roll.class)
                .optional();
    }

    /** Notes that rolls in force now say something else than they did, because somebody in them was renamed. */
    public void note(RollPlace place, Content content, String account) {
        present(place)
                .filter(roll -> !roll.sha256().equals(content.sha256()))
                .ifPresent(roll -> add(place, content, roll.fileName(), account));
    }

    /** The rolls in force in these communities, by community, zone and kind. */
    public List<Roll> present(Collection<String> communities) {
        return communities.isEmpty()
                ? List.of()
                : database.sql("""
                                select distinct on (community_code, zone, kind) * from roll
                                where community_code in (:communities)
                                order by community_code, zone, kind, came desc""")
                        .param("communities", communities)
                        .query(Roll.class)
                        .list();
    }
}
