package org.qibu.voting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.qibu.calendar.Calendars;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rules of the deciding bodies in force today, as an administrator keeps them. */
@Repository
public class BodyRules {

    private final JdbcClient database;
    private final Clock clock;

    BodyRules(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The rule of this id in force today, e.g. OWN-ORD. */
    public Optional<BodyRule> find(String id) {
        return find(id, Calendars.dayOf(clock.instant()));
    }

    /** The rule of this id that was in force on a day. */
    public Optional<BodyRule> find(String id, LocalDate day) {
        return database.sql("""
                        select * from body_rule
                        where id = :id and valid_from <= :today and (valid_to is null or valid_to >= :today)
                        order by valid_from desc limit 1""")
                .param("id", id)
                .param("today", day)
                .query((row, number) -> read(row))
                .optional();
    }

    private static BodyRule read(ResultSet row) throws SQLException {
        return new BodyRule(
                row.getString("id"),
                row.getString("name"),
                new Share(row.getLong("quorum_num"), row.getLong("quorum_den"), row.getBoolean("quorum_strict")),
                new Share(row.getLong("pass_num"), row.getLong("pass_den"), row.getBoolean("pass_strict")),
                "TOTAL".equals(row.getString("pass_base")),
                row.getBoolean("dual_measure"),
                Verdict.valueOf(row.getString("shortfall")),
                row.getString("source"),
                row.getBoolean("confirmed"));
    }
}
