package org.qibu.voting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The limits in force today, as an administrator keeps them. */
@Repository
public class Shares {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final JdbcClient database;
    private final Clock clock;

    Shares(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The limit of this name, e.g. CONS_ATTENDANCE. */
    public Share of(String name) {
        var today = LocalDate.ofInstant(clock.instant(), CHINA);
        return database.sql("""
                        select num, den, strict from share_rule
                        where name = :name and valid_from <= :today and (valid_to is null or valid_to >= :today)
                        order by valid_from desc limit 1""")
                .param("name", name)
                .param("today", today)
                .query(Share.class)
                .single();
    }
}
