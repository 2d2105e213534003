package org.qibu.voting.polls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibu.voting.Measure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The counts of votes; a refused one stays on file. */
@Repository
public class Tallies {

    private final JdbcClient database;
    private final Clock clock;

    public Tallies(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void keep(Poll poll, Tally tally) {
        database.sql("""
                        insert into poll_count (matter_no, poll_no, sheet, present, agree, against, abstain, invalid, silent,
                          present_area, agree_area, against_area, abstain_area, invalid_area, silent_area,
                          duplicates, ballots_sha256, entered_by, entered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        poll.matterNo(),
                        poll.no(),
                        poll.sheet(),
                        tally.present().heads(),
                        tally.agree().heads(),
                        tally.against().heads(),
                        tally.abstain().heads(),
                        tally.invalid().heads(),
                        tally.silent().heads(),
                        tally.present().area(),
                        tally.agree().area(),
                        tally.against().area(),
                        tally.abstain().area(),
                        tally.invalid().area(),
                        tally.silent().area(),
                        tally.duplicates(),
                        tally.ballotsSha256(),
                        tally.enteredBy(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    List<Tally> of(Poll poll) {
        return database.sql("select * from poll_count where matter_no = ? and poll_no = ? order by id")
                .params(poll.matterNo(), poll.no())
                .query((row, number) -> read(row))
                .list();
    }

    void judge(Tally tally, String scrutineer, boolean certified, @Nullable String result, String irregularities) {
        database.sql("""
                        update poll_count set certified = ?, certified_by = ?, certified_at = ?, result = ?,
                          irregularities = ? where id = ?""")
                .params(certified, scrutineer, Timestamp.from(clock.instant()), result, irregularities, tally.id())
                .update();
    }

    private static Tally read(ResultSet row) throws SQLException {
        return new Tally(
                row.getLong("id"),
                row.getInt("sheet"),
                measure(row, "present"),
                measure(row, "agree"),
                measure(row, "against"),
                measure(row, "abstain"),
                measure(row, "invalid"),
                measure(row, "silent"),
                row.getLong("duplicates"),
                row.getString("ballots_sha256"),
                row.getString("entered_by"),
                row.getTimestamp("entered_at").toInstant(),
                (Boolean) row.getObject("certified"),
                row.getString("certified_by"),
                Optional.ofNullable(row.getTimestamp("certified_at"))
                        .map(Timestamp::toInstant)
                        .orElse(null),
                row.getString("irregularities"),
                row.getString("result"));
    }

    private static Measure measure(ResultSet row, String name) throws SQLException {
        return new Measure(row.getLong(name + "_area"), row.getLong(name));
    }
}
