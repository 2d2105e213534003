package org.qibu.community;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.qibu.calendar.Calendars;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who holds which office in which community today. */
@Repository
public class Offices {

    private final JdbcClient database;
    private final Clock clock;

    Offices(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The accounts that hold an office today; empty where nobody was named. */
    public List<String> holders(String communityCode, Office office) {
        return database.sql("""
                        select distinct account from office_holder
                        where community_code = :community and office = :office and not called_off
                          and ended_at is null
                          and coalesce(from_day, :today) <= :today and coalesce(to_day, :today) >= :today
                        order by 1""")
                .param("community", communityCode)
                .param("office", office.name())
                .param("today", Calendars.dayOf(clock.instant()))
                .query(String.class)
                .list();
    }

    /** Notes which terms were over before this day; they stay so whatever the clock says later. */
    public void endThoseBefore(LocalDate day) {
        database.sql("""
                        update office_holder set ended_at = :now
                        where ended_at is null and not called_off and to_day < :day""")
                .param("now", Timestamp.from(clock.instant()))
                .param("day", day)
                .update();
    }

    /** Names an account for an office from now on, besides those named before. */
    public void name(String communityCode, Office office, String account) {
        if (!holders(communityCode, office).contains(account)) {
            database.sql("""
                            insert into office_holder (community_code, office, account, from_day, entered_at)
                            values (:community, :office, :account, :today, :now)""")
                    .param("community", communityCode)
                    .param("office", office.name())
                    .param("account", account)
                    .param("today", Calendars.dayOf(clock.instant()))
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        }
    }
}
