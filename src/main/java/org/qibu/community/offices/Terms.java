package org.qibu.community.offices;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibu.community.Office;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The terms of office of all communities; none is ever taken out. */
@Repository
class Terms {

    private final JdbcClient database;
    private final Clock clock;

    Terms(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** All terms of these communities, the latest first. */
    List<Term> of(Collection<String> communities) {
        return database.sql("select * from office_holder where community_code = any (:communities)"
                        + " order by from_day desc nulls last, id desc")
                .param("communities", communities.toArray(String[]::new))
                .query(Term.class)
                .list();
    }

    /** The offices of these communities that somebody was given and holds on this day. */
    List<Seat> held(Collection<String> communities, LocalDate day) {
        return database.sql("""
                        select distinct community_code, office from office_holder
                        where community_code = any (:communities) and not called_off
                          and ended_at is null
                          and coalesce(from_day, :day) <= :day and coalesce(to_day, :day) >= :day""")
                .param("communities", communities.toArray(String[]::new))
                .param("day", day)
                .query(Seat.class)
                .list();
    }

    Optional<Term> find(long id) {
        return database.sql("select * from office_holder where id = ?")
                .param(id)
                .query(Term.class)
                .optional();
    }

    /** Locks these communities until the transaction ends, so that nobody else changes their offices. */
    void lock(Collection<String> communities) {
        database.sql("select code from community where code = any (:communities) order by code for update")
                .param("communities", communities.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    void enter(String community, Office office, String account, LocalDate from, @Nullable LocalDate to, String by) {
        database.sql("""
                        insert into office_holder
                          (community_code, office, account, from_day, to_day, entered_at, entered_by)
                        values (:community, :office, :account, :from, :to, :now, :by)""")
                .param("community", community)
                .param("office", office.name())
                .param("account", account)
                .param("from", from)
                .param("to", to, java.sql.Types.DATE)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .update();
    }

    /** Ends a term on a day, which is its last; one that would begin later never comes about. */
    void end(Term term, LocalDate lastDay, String by) {
        database.sql("""
                        update office_holder
                        set to_day = case when :off then to_day else cast(:lastDay as date) end, called_off = :off,
                          changed_at = :now, changed_by = :by
                        where id = :id""")
                .param("off", term.isAfter(lastDay))
                .param("lastDay", lastDay)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("id", term.id())
                .update();
    }
}
