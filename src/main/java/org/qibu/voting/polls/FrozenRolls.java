package org.qibu.voting.polls;

import java.util.List;
import org.qibu.voting.Checksum;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rolls of votes as they stood at opening; a roll imported later changes none of them. */
@Repository
public class FrozenRolls {

    private final JdbcClient database;

    public FrozenRolls(JdbcClient database) {
        this.database = database;
    }

    /** Keeps the roll of a vote for good. */
    void freeze(Poll poll, List<RightHolder> holders) {
        holders.forEach(holder -> database.sql("insert into poll_voter values (?, ?, ?, ?, ?)")
                .params(poll.matterNo(), poll.no(), holder.no(), holder.place(), holder.area())
                .update());
    }

    /** Who may vote, by number. */
    public List<RightHolder> of(Poll poll) {
        return database.sql("""
                        select holder_no as no, place, area from poll_voter
                        where matter_no = ? and poll_no = ? order by holder_no collate "C\"""")
                .params(poll.matterNo(), poll.no())
                .query(RightHolder.class)
                .list();
    }

    /** The checksum of a roll: number and area in hundredths of a square metre, a line each, by number. */
    public static String checksum(List<RightHolder> holders) {
        return Checksum.of(holders.stream()
                .sorted((one, other) -> one.no().compareTo(other.no()))
                .map(holder -> holder.no() + "|" + holder.area()));
    }
}
