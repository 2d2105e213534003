package org.qibu.deadlines.time;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibu.deadlines.time.Allowance.Unit;
import org.qibu.matter.Urgency;

/**
 * An open deadline as it stands in its row.
 *
 * @param matterNo null for a model that runs without a matter
 * @param communityCode null likewise
 * @param assignee null while nobody holds the task
 * @param allowance null where a model gave the moment itself
 * @param level how high it climbed for this due moment
 * @param heldSince null while its matter runs
 */
public record LateTask(
        String taskId,
        String taskKey,
        String taskName,
        String processKey,
        @Nullable String matterNo,
        @Nullable String communityCode,
        @Nullable String assignee,
        List<String> groups,
        List<String> users,
        Urgency urgency,
        Instant createdAt,
        Instant countedFrom,
        @Nullable Allowance allowance,
        Instant dueAt,
        int level,
        @Nullable Instant heldSince) {

    public static LateTask read(ResultSet row, int number) throws SQLException {
        var unit = row.getString("unit");
        return new LateTask(
                row.getString("task_id"),
                row.getString("task_key"),
                row.getString("task_name"),
                row.getString("process_key"),
                row.getString("matter_no"),
                row.getString("community_code"),
                row.getString("assignee"),
                texts(row.getArray("candidate_groups")),
                texts(row.getArray("candidate_users")),
                Urgency.of(row.getString("urgency")),
                kept(row, "created_at"),
                kept(row, "counted_from"),
                allowance(row.getInt("amount"), unit),
                kept(row, "due_at"),
                row.getInt("level"),
                moment(row, "held_since"));
    }

    /** None where the model gave the moment itself, or a damaged row names no unit there is: the moment stands then. */
    private static @Nullable Allowance allowance(int amount, String unit) {
        return Stream.of(Unit.values())
                .filter(each -> each.name().equals(unit))
                .findFirst()
                .map(each -> new Allowance(amount, each))
                .orElse(null);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static Instant kept(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column))
                .map(Timestamp::toInstant)
                .orElse(null);
    }
}
