package org.qibu.deadlines.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.qibu.calendar.Calendars;
import org.qibu.calendar.WorkingCalendar;
import org.qibu.calendar.period.Period;
import org.qibu.calendar.period.PeriodTable;
import org.qibu.deadlines.board.OpenDeadline.State;
import org.qibu.deadlines.time.LateTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All open tasks of some communities by how they stand in time, the most pressing first. */
@Repository
class DeadlineBoard {

    private final PeriodTable periods;
    private final JdbcClient database;
    private final Calendars calendars;
    private final Clock clock;

    DeadlineBoard(PeriodTable periods, JdbcClient database, Calendars calendars, Clock clock) {
        this.periods = periods;
        this.database = database;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The open deadlines of these communities; near are those due within the period for it. */
    List<OpenDeadline> of(Collection<String> communities) {
        if (communities.isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        var soon = periods.end(Period.NEAR_DUE, now);
        var calendar = calendars.today();
        return database.sql("""
                        select d.*, m.title, m.step from deadline d left join matter m using (matter_no)
                        where d.state = 'OPEN' and d.community_code in (:communities)
                        order by d.red desc, d.due_at, d.task_id""")
                .param("communities", communities)
                .query((row, number) -> line(row, now, soon, calendar))
                .list();
    }

    private static OpenDeadline line(ResultSet row, Instant now, Instant soon, WorkingCalendar calendar)
            throws SQLException {
        var task = LateTask.read(row, 0);
        var offered = new ArrayList<>(task.groups());
        offered.addAll(task.users());
        return new OpenDeadline(
                task.taskId(),
                task.taskName(),
                task.matterNo(),
                row.getString("title"),
                task.communityCode(),
                row.getString("step"),
                Optional.ofNullable(task.assignee()).orElse(String.join(",", offered)),
                task.assignee() != null,
                task.urgency(),
                task.dueAt(),
                state(task, now, soon),
                calendar.workingDaysBetween(Calendars.dayOf(task.dueAt()), Calendars.dayOf(now)),
                task.level(),
                row.getBoolean("red"),
                Optional.ofNullable(row.getTimestamp("next_at"))
                        .map(Timestamp::toInstant)
                        .orElse(null));
    }

    private static State state(LateTask task, Instant now, Instant soon) {
        if (task.heldSince() != null) {
            return State.HELD;
        }
        if (!task.dueAt().isAfter(now)) {
            return State.LATE;
        }
        return task.dueAt().isAfter(soon) ? State.NORMAL : State.NEAR;
    }
}
