package org.qibu.matter;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.RowMapper;

/** Reads a matter from its row; what a damaged row says spoils no list it stands in. */
final class MatterRow {

    static final RowMapper<Matter> MAPPER = (row, number) -> read(new Fetched(row));

    private MatterRow() {}

    /** A matter whose row came as an object by column. */
    static Matter of(JsonNode row) {
        try {
            return read(new Written(row));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The columns of a row, wherever they come from; null where nothing stands in one. */
    private interface Columns {

        String text(String column) throws SQLException;

        int number(String column) throws SQLException;

        Long count(String column) throws SQLException;

        boolean flag(String column) throws SQLException;

        LocalDate day(String column) throws SQLException;

        Instant moment(String column) throws SQLException;
    }

    private record Fetched(ResultSet row) implements Columns {

        @Override
        public String text(String column) throws SQLException {
            return row.getString(column);
        }

        @Override
        public int number(String column) throws SQLException {
            return row.getInt(column);
        }

        @Override
        public Long count(String column) throws SQLException {
            return row.getObject(column, Long.class);
        }

        @Override
        public boolean flag(String column) throws SQLException {
            return row.getBoolean(column);
        }

        @Override
        public LocalDate day(String column) throws SQLException {
            return row.getObject(column, LocalDate.class);
        }

        @Override
        public Instant moment(String column) throws SQLException {
            var at = row.getTimestamp(column);
            return at == null ? null : at.toInstant();
        }
    }

    private record Written(JsonNode row) implements Columns {

        @Override
        public String text(String column) {
            return row.path(column).textValue();
        }

        @Override
        public int number(String column) {
            return row.path(column).intValue();
        }

        @Override
        public Long count(String column) {
            return row.hasNonNull(column) ? row.path(column).longValue() : null;
        }

        @Override
        public boolean flag(String column) {
            return row.path(column).booleanValue();
        }

        @Override
        public LocalDate day(String column) {
            return row.hasNonNull(column) ? LocalDate.parse(text(column)) : null;
        }

        @Override
        public Instant moment(String column) {
            return row.hasNonNull(column) ? OffsetDateTime.parse(text(column)).toInstant() : null;
        }
    }

    private static Matter read(Columns row) throws SQLException {
        return new Matter(
                new MatterNo(row.text("matter_no")),
                row.text("community_code"),
                row.text("title"),
                row.text("public_title"),
                row.text("description"),
                row.text("location"),
                row.text("building_no"),
                row.text("unit_no"),
                row.text("channel"),
                row.day("happened_on"),
                row.count("affected_households"),
                row.text("proposer_name"),
                row.text("proposer_phone"),
                row.text("proposer_email"),
                row.flag("proposer_anonymous"),
                row.text("proposer_account"),
                row.text("receipt"),
                Step.of(row.text("step")),
                MatterStatus.of(row.text("status")),
                Outcome.of(row.text("outcome")),
                number(row.text("merged_into")),
                MatterCode.of(Track.class, row.text("track")),
                MatterCode.of(MatterType.class, row.text("matter_type")),
                MatterCode.of(Urgency.class, row.text("urgency")),
                MatterCode.of(Level.class, row.text("level")),
                row.number("round"),
                row.number("adjourned"),
                row.number("cycle"),
                row.number("reopened"),
                row.text("lead_unit"),
                row.moment("opened_at"),
                row.text("opened_by"),
                row.moment("completed_at"),
                row.moment("closed_at"));
    }

    private static MatterNo number(String value) {
        return value == null ? null : new MatterNo(value);
    }
}
