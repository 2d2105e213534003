package org.qibu.matter.proposer;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.qibu.calendar.Calendars;
import org.qibu.calendar.PeriodicSweep;
import org.qibu.calendar.period.Period;
import org.qibu.calendar.period.PeriodTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes of matters that lapsed that the days in which they could be taken up again are over, and stay over. */
@Component
class RevivalSweep extends PeriodicSweep {

    private final PeriodTable periods;
    private final JdbcClient database;
    private final Clock clock;

    RevivalSweep(PeriodTable periods, JdbcClient database, Clock clock) {
        super("revivals");
        this.periods = periods;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void runDue() {
        var now = clock.instant();
        var firstDay = Calendars.dayOf(now).minusDays(periods.amount(Period.REVIVAL));
        database.sql("""
                        update matter set revival_over_at = :now where matter_no in (
                          select matter_no from matter
                          where outcome = 'WITHDRAWN' and revival_over_at is null and closed_at < :first
                          for no key update skip locked)""")
                .param("now", Timestamp.from(now))
                .param(
                        "first",
                        Timestamp.from(firstDay.atStartOfDay(Calendars.CHINA).toInstant()))
                .update();
    }

    /** Nobody waits for a day to pass. */
    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }

    /** Whether it was noted of this matter. */
    boolean isOver(String matterNo) {
        return database.sql("select revival_over_at is not null from matter where matter_no = ?")
                .param(matterNo)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
