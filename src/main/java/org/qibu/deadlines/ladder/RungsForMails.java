package org.qibu.deadlines.ladder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.qibu.calendar.Calendars;
import org.qibu.mail.staff.RungDues;
import org.qibu.matter.Urgency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds for the mail page when a rung of the ladder fell due. */
@Repository
class RungsForMails implements RungDues {

    private final JdbcClient database;
    private final LadderTable ladder;
    private final Calendars calendars;

    RungsForMails(JdbcClient database, LadderTable ladder, Calendars calendars) {
        this.database = database;
        this.ladder = ladder;
        this.calendars = calendars;
    }

    /** A rung that was climbed; it falls due before that where the sweep came late. */
    private record Climbed(Instant taskDueAt, Instant at, Urgency urgency) {}

    @Override
    public Optional<Rung> of(String taskId, int level, String key) {
        return database.sql("""
                        select r.due_at, r.at, d.urgency from deadline_rung r join deadline d using (task_id)
                        where task_id = :task and rung = :rung and not skipped
                        order by :key = task_id || ':' || floor(extract(epoch from r.due_at)) desc, r.due_at desc limit 1""")
                .param("task", taskId)
                .param("rung", code(level))
                .param("key", key)
                .query(RungsForMails::climbed)
                .optional()
                .map(climbed -> new Rung(climbed.taskDueAt(), dueAt(climbed, level)));
    }

    private static String code(int level) {
        return Arrays.stream(EscalationLevel.values())
                .filter(each -> each.number() == level)
                .map(Enum::name)
                .findFirst()
                .orElse("");
    }

    private Instant dueAt(Climbed climbed, int level) {
        return ladder.current().of(climbed.urgency()).stream()
                .filter(rung -> rung.level().number() == level)
                .map(rung -> rung.moment(climbed.taskDueAt(), climbed.urgency(), calendars.today()))
                .filter(moment -> moment.isBefore(climbed.at()))
                .findFirst()
                .orElse(climbed.at());
    }

    private static Climbed climbed(ResultSet row, int number) throws SQLException {
        return new Climbed(
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("at").toInstant(),
                Urgency.valueOf(row.getString("urgency")));
    }
}
