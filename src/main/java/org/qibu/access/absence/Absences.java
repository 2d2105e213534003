package org.qibu.access.absence;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.qibu.transaction.ReadOnce;
import org.qibu.transaction.ReadTogether;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is away on which days, and who does their work meanwhile. */
@Repository
class Absences {

    private final JdbcClient database;
    private final Clock clock;
    private final Supplier<List<Named>> named;

    Absences(JdbcClient database, Clock clock, ReadTogether reads) {
        this.database = database;
        this.clock = clock;
        this.named = reads.all(
                Absences.class,
                "select account_id, deputy_id, from_day, to_day from absence where ended_at is null order by from_day",
                Absences::named);
    }

    /** Who is named as deputy of whom, on which days. */
    private record Named(String account, String deputy, LocalDate from, LocalDate to) {

        boolean isOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    private static List<Named> named(JsonNode rows) {
        return ReadTogether.each(
                rows,
                row -> new Named(
                        row.path("account_id").textValue(),
                        row.path("deputy_id").textValue(),
                        LocalDate.parse(row.path("from_day").textValue()),
                        LocalDate.parse(row.path("to_day").textValue())));
    }

    /**
     * A time away, both days included.
     *
     * @param enteredBy who entered it; null where it was the person themselves
     */
    record Absence(
            long id,
            String accountId,
            String deputyId,
            LocalDate fromDay,
            LocalDate toDay,
            String note,
            @Nullable String enteredBy) {

        /** Whether this day falls into it. */
        public boolean isOn(LocalDate day) {
            return !day.isBefore(fromDay) && !day.isAfter(toDay);
        }
    }

    /** Enters a time away and says its number. */
    long enter(String account, String deputy, LocalDate from, LocalDate to, String note, String by) {
        ReadOnce.forget(Absences.class);
        return database.sql("""
                        insert into absence (account_id, deputy_id, from_day, to_day, note, entered_at, entered_by)
                        values (:account, :deputy, :from, :to, :note, :now, nullif(:by, :account)) returning id""")
                .param("account", account)
                .param("deputy", deputy)
                .param("from", from)
                .param("to", to)
                .param("note", note)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .query(Long.class)
                .single();
    }

    /** Ends a time away now, or calls it off; false where it is not this account's or is over. */
    boolean end(long id, String account, String by) {
        ReadOnce.forget(Absences.class);
        return database.sql("""
                        update absence set ended_at = :now, ended_by = nullif(:by, :account)
                        where id = :id and account_id = :account and ended_at is null""")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .param("account", account)
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Ends all whose last day lies before this one; passes over those somebody is changing, which come next time. */
    void endThoseBefore(LocalDate day) {
        ReadOnce.forget(Absences.class);
        database.sql("""
                        update absence set ended_at = :now where id in
                          (select id from absence where ended_at is null and to_day < :day for update skip locked)""")
                .param("now", Timestamp.from(clock.instant()))
                .param("day", day)
                .update();
    }

    /**
     * Locks all absences until the transaction ends, so that no two that are entered at once name each other as
     * deputies.
     */
    void lock() {
        database.sql("select pg_advisory_xact_lock(hashtextextended('absence', 0))::text")
                .query(String.class)
                .single();
        ReadOnce.forgetAll();
    }

    Optional<Absence> find(long id) {
        return database.sql("select * from absence where id = ?")
                .param(id)
                .query(Absence.class)
                .optional();
    }

    /** The times away of these accounts that are not over on this day, the next one first. */
    List<Absence> of(Collection<String> accounts, LocalDate day) {
        return database.sql("select * from absence where account_id = any (:accounts) and ended_at is null"
                        + " and to_day >= :day order by from_day, id")
                .param("accounts", accounts.toArray(String[]::new))
                .param("day", day)
                .query(Absence.class)
                .list();
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

    /** The times away in which this account was named as deputy and that share a day with these. */
    List<Absence> entrustedTo(String deputy, LocalDate from, LocalDate to) {
        return database.sql("select * from absence where deputy_id = :deputy and ended_at is null"
                        + " and from_day <= :to and to_day >= :from order by to_day, id")
                .param("deputy", deputy)
                .param("from", from)
                .param("to", to)
                .query(Absence.class)
                .list();
    }

    /** The first time an account is away on any of these days. */
    Optional<Absence> during(String account, LocalDate from, LocalDate to) {
        return of(account, from).stream()
                .filter(absence -> !absence.fromDay().isAfter(to))
                .findFirst();
    }

    /** Everybody who is away on a day, with the account named to do their work. */
    Map<String, String> deputiesOn(LocalDate day) {
        var deputies = new HashMap<String, String>();
        named.get().stream()
                .filter(absence -> absence.isOn(day))
                .forEach(absence -> deputies.putIfAbsent(absence.account(), absence.deputy()));
        return deputies;
    }

    /** The account named to do this one's work on a day; empty where its owner is at work. */
    Optional<String> deputyOf(String account, LocalDate day) {
        return of(account, day).stream()
                .filter(absence -> absence.isOn(day))
                .map(Absence::deputyId)
                .findFirst();
    }
}
