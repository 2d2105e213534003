package org.qibu.access;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is away on which days, and who does their work meanwhile. */
@Repository
class Absences {

    private final JdbcClient database;

    Absences(JdbcClient database) {
        this.database = database;
    }

    /** The account that does this one's work on a day; empty where its owner is at work. */
    Optional<String> deputyOf(String account, LocalDate day) {
        return database.sql("""
                        select deputy_id from absence
                        where account_id = :account and ended_at is null and :day between from_day and to_day
                        order by id desc limit 1""")
                .param("account", account)
                .param("day", day)
                .query(String.class)
                .optional();
    }
}
