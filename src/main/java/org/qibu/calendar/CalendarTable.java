package org.qibu.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.qibu.transaction.ReadOnce;
import org.qibu.transaction.ReadTogether;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What administrators entered: single days, whole years, and the history of both. */
@Repository
class CalendarTable {

    private static final int SHOWN_CHANGES = 100;

    private final JdbcClient database;
    private final Supplier<Entered> entered;

    CalendarTable(JdbcClient database, ReadTogether reads) {
        this.database = database;
        this.entered = reads.all(CalendarTable.class, """
                select day, working, name, null::int as year from calendar_day
                union all select null, null, null, year from calendar_year order by day""", CalendarTable::entered);
    }

    /** A year that was entered as a whole, by whom and from which source. */
    record EnteredYear(int year, String source, Instant enteredAt, String enteredBy) {}

    /**
     * One change.
     *
     * @param day empty where a whole year was entered
     * @param moved how many open due dates moved by it
     */
    record Change(
            Instant at,
            String account,
            int year,
            @Nullable LocalDate day,
            String was,
            String became,
            String source,
            int moved) {}

    /** All entered days. */
    List<KeptDay> days() {
        return entered().days();
    }

    /**
     * What was entered.
     *
     * @param days in order
     * @param years those entered as a whole
     */
    record Entered(List<KeptDay> days, Set<Integer> years) {}

    /** All that was entered. */
    Entered entered() {
        return entered.get();
    }

    private static Entered entered(JsonNode rows) {
        var days = new ArrayList<KeptDay>();
        var years = new HashSet<Integer>();
        rows.forEach(row -> {
            if (row.hasNonNull("year")) {
                years.add(row.path("year").intValue());
            } else {
                days.add(new KeptDay(
                        LocalDate.parse(row.path("day").textValue()),
                        row.path("working").booleanValue(),
                        row.path("name").textValue()));
            }
        });
        return new Entered(List.copyOf(days), Set.copyOf(years));
    }

    /** The entered days of a year. */
    List<KeptDay> days(int year) {
        return days().stream().filter(day -> day.day().getYear() == year).toList();
    }

    Set<Integer> enteredYears() {
        return entered().years();
    }

    Optional<EnteredYear> entered(int year) {
        return database.sql("select year, source, entered_at, entered_by from calendar_year where year = ?")
                .param(year)
                .query(EnteredYear.class)
                .optional();
    }

    /** One change of the calendar at a time, since each is judged against how it stood before. */
    void lock() {
        database.sql("lock table calendar_year in exclusive mode").update();
        ReadOnce.forgetAll();
    }

    void put(KeptDay day) {
        database.sql("""
                        insert into calendar_day (day, working, name) values (:day, :working, :name)
                        on conflict (day) do update set working = excluded.working, name = excluded.name""").paramSource(day).update();
        ReadOnce.forget(CalendarTable.class);
    }

    void remove(LocalDate day) {
        database.sql("delete from calendar_day where day = ?").param(day).update();
        ReadOnce.forget(CalendarTable.class);
    }

    /** Replaces everything entered for a year. */
    void enter(EnteredYear year, List<KeptDay> days) {
        database.sql("delete from calendar_day where extract(year from day) = ?")
                .param(year.year())
                .update();
        days.forEach(this::put);
        database.sql("""
                        insert into calendar_year (year, source, entered_at, entered_by) values (?, ?, ?, ?)
                        on conflict (year) do update set source = excluded.source, entered_at = excluded.entered_at,
                          entered_by = excluded.entered_by""")
                .params(year.year(), year.source(), Timestamp.from(year.enteredAt()), year.enteredBy())
                .update();
        ReadOnce.forget(CalendarTable.class);
    }

    void note(Change change) {
        database.sql("""
                        insert into calendar_change (at, account, year, day, was, became, source, moved)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Timestamp.from(change.at()), change.account(), change.year(), change.day())
                .params(change.was(), change.became(), change.source(), change.moved())
                .update();
    }

    /** The latest changes of a year, newest first. */
    List<Change> history(int year) {
        return database.sql("""
                        select at, account, year, day, was, became, source, moved from calendar_change
                        where year = ? order by id desc limit ?""").params(year, SHOWN_CHANGES).query(Change.class).list();
    }
}
