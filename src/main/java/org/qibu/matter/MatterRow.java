package org.qibu.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.RowMapper;

/** Reads a matter from its row; what a damaged row says spoils no list it stands in. */
final class MatterRow {

    static final RowMapper<Matter> MAPPER = (row, number) -> read(row);

    private MatterRow() {}

    private static Matter read(ResultSet row) throws SQLException {
        return new Matter(
                new MatterNo(row.getString("matter_no")),
                row.getString("community_code"),
                row.getString("title"),
                row.getString("public_title"),
                row.getString("description"),
                row.getString("location"),
                row.getString("building_no"),
                row.getString("unit_no"),
                row.getString("channel"),
                row.getObject("happened_on", LocalDate.class),
                row.getObject("affected_households", Long.class),
                row.getString("proposer_name"),
                row.getString("proposer_phone"),
                row.getString("proposer_email"),
                row.getBoolean("proposer_anonymous"),
                row.getString("proposer_account"),
                row.getString("receipt"),
                Step.of(row.getString("step")),
                MatterStatus.of(row.getString("status")),
                Outcome.of(row.getString("outcome")),
                number(row.getString("merged_into")),
                MatterCode.of(Track.class, row.getString("track")),
                MatterCode.of(MatterType.class, row.getString("matter_type")),
                MatterCode.of(Urgency.class, row.getString("urgency")),
                MatterCode.of(Level.class, row.getString("level")),
                row.getInt("round"),
                row.getInt("adjourned"),
                row.getInt("cycle"),
                row.getInt("reopened"),
                row.getString("lead_unit"),
                moment(row, "opened_at"),
                row.getString("opened_by"),
                moment(row, "completed_at"),
                moment(row, "closed_at"));
    }

    private static MatterNo number(String value) {
        return value == null ? null : new MatterNo(value);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
