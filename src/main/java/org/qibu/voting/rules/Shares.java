package org.qibu.voting.rules;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.qibu.calendar.Calendars;
import org.qibu.transaction.ReadOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The limits as an administrator keeps them: each day has its own. */
@Repository
public class Shares {

    private final JdbcClient database;
    private final Clock clock;

    Shares(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The limit of this name that holds today, e.g. CONS_ATTENDANCE. */
    public Share of(String name) {
        return of(name, Calendars.dayOf(clock.instant()));
    }

    /** The limit of this name that held or will hold on a day. */
    public Share of(String name, LocalDate day) {
        return ReadOnce.get(
                Shares.class,
                List.of(name, day),
                () -> database.sql("""
                        select num, den, strict from share_rule
                        where name = :name and valid_from <= :day and (valid_to is null or valid_to >= :day)
                        order by valid_from desc limit 1""")
                        .param("name", name)
                        .param("day", day)
                        .query(Share.class)
                        .single());
    }
}
