package org.qibu.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is away on which days, and who does their work meanwhile. */
@Repository
class Absences {

    private final JdbcClient database;
    private final Clock clock;

    Absences(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A time away, both days included. */
    record Absence(long id, String accountId, String deputyId, LocalDate fromDay, LocalDate toDay, String note) {

        /** Whether this day falls into it. */
        public boolean isOn(LocalDate day) {
            return !day.isBefore(fromDay) && !day.isAfter(toDay);
        }
    }

    void enter(String account, String deputy, LocalDate from, LocalDate to, String note) {
        database.sql("""
                        insert into absence (account_id, deputy_id, from_day, to_day, note, entered_at)
                        values (:account, :deputy, :from, :to, :note, :now)""")
                .param("account", account)
                .param("deputy", deputy)
                .param("from", from)
                .param("to", to)
                .param("note", note)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Ends a time away now, or calls it off; false where it is not this account's or is over. */
    boolean end(long id, String account) {
        return database.sql("update absence set ended_at = :now where id = :id and account_id = :account"
                                + " and ended_at is null")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .param("account", account)
                        .update()
                == 1;
    }

    /** The times away of an account that are not over on this day, the next one first. */
    List<Absence> of(String account, LocalDate day) {
        return database.sql("select * from absence where account_id = :account and ended_at is null"
                        + " and to_day >= :day order by from_day")
                .param("account", account)
                .param("day", day)
                .query(Absence.class)
                .list();
    }

    /** The times away in which this account was named as deputy, on this day. */
    List<Absence> entrustedTo(String deputy, LocalDate day) {
        return database.sql("select * from absence where deputy_id = :deputy and ended_at is null"
                        + " and :day between from_day and to_day order by to_day, id")
                .param("deputy", deputy)
                .param("day", day)
                .query(Absence.class)
                .list();
    }

    /** Whether an account is away on any of these days. */
    boolean isAway(String account, LocalDate from, LocalDate to) {
        return of(account, from).stream().anyMatch(absence -> !absence.fromDay().isAfter(to));
    }

    /** The account named to do this one's work on a day; empty where its owner is at work. */
    Optional<String> deputyOf(String account, LocalDate day) {
        return of(account, day).stream()
                .filter(absence -> absence.isOn(day))
                .map(Absence::deputyId)
                .findFirst();
    }
}
