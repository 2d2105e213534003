package org.qibu.voting.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.qibu.calendar.Calendars;
import org.qibu.voting.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rules of the deciding bodies as an administrator keeps them: each day has its own. */
@Repository
public class BodyRules {

    private final JdbcClient database;
    private final Clock clock;

    public BodyRules(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The rule of this id that holds today, e.g. OWN-ORD. */
    public Optional<BodyRule> find(String id) {
        return find(id, Calendars.dayOf(clock.instant()));
    }

    /** The rule of this id that held or will hold on a day, such as the day a vote was prepared. */
    public Optional<BodyRule> find(String id, LocalDate day) {
        return database.sql("""
                        select * from body_rule
                        where id = :id and valid_from <= :day and (valid_to is null or valid_to >= :day)
                        order by valid_from desc limit 1""")
                .param("id", id)
                .param("day", day)
                .query((row, number) -> read(row))
                .optional();
    }

    static BodyRule read(ResultSet row) throws SQLException {
        return new BodyRule(
                row.getString("id"),
                row.getString("name"),
                new Share(row.getLong("quorum_num"), row.getLong("quorum_den"), row.getBoolean("quorum_strict")),
                new Share(row.getLong("pass_num"), row.getLong("pass_den"), row.getBoolean("pass_strict")),
                "TOTAL".equals(row.getString("pass_base")),
                row.getBoolean("dual_measure"),
                Verdict.valueOf(row.getString("shortfall")),
                row.getString("source"),
                row.getBoolean("confirmed"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
