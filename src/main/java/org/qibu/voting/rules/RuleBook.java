package org.qibu.voting.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibu.calendar.Calendars;
import org.qibu.transaction.ReadOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All rules with their past and their future. A change is a new row; what held on a day can always be read again. */
@Repository
class RuleBook {

    private static final String TODAY_UNCONFIRMED = """
            select count(*) from %s
            where not confirmed and valid_from <= :day and (valid_to is null or valid_to >= :day)""";
    private static final String NEW_BODY = """
            insert into body_rule (id, name, quorum_num, quorum_den, quorum_strict, quorum_base, pass_num, pass_den,
              pass_strict, pass_base, dual_measure, shortfall, source, confirmed, valid_from, valid_to, changed_by,
              changed_at)
            select id, name, :quorumNum, :quorumDen, :quorumStrict, quorum_base, :num, :den, :strict, :base,
              dual_measure, shortfall, :source, false, :from, cast(:to as date), :account, cast(:at as timestamptz)
            from body_rule where id = :id order by valid_from desc limit 1""";
    private static final String NEW_SHARE = """
            insert into share_rule (name, num, den, strict, source, confirmed, valid_from, valid_to, changed_by,
              changed_at)
            values (:id, :num, :den, :strict, :source, false, :from, cast(:to as date), :account, :at)""";

    private final JdbcClient database;
    private final Clock clock;

    RuleBook(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    LocalDate today() {
        return Calendars.dayOf(clock.instant());
    }

    /** All versions of all rules of a kind, by name, oldest first. */
    List<RuleVersion> all(RuleKind kind) {
        return database.sql("select * from " + kind.table() + " order by " + kind.key() + ", valid_from")
                .query((row, number) -> read(kind, row))
                .list();
    }

    /** The versions of one rule, oldest first; empty where there is no such rule. */
    List<RuleVersion> of(RuleKind kind, String id) {
        return database.sql("select * from %s where %s = ? order by valid_from".formatted(kind.table(), kind.key()))
                .param(id)
                .query((row, number) -> read(kind, row))
                .list();
    }

    /** How many rules in force today nobody compared with the text of the law. */
    int unconfirmed() {
        var count = 0;
        for (var kind : RuleKind.values()) {
            count += database.sql(TODAY_UNCONFIRMED.formatted(kind.table()))
                    .param("day", today())
                    .query(Integer.class)
                    .single();
        }
        return count;
    }

    /** Whether a rule begins on this day already and can no longer be replaced. */
    boolean hasBegunOn(RuleKind kind, String id, LocalDate day) {
        return !day.isAfter(today())
                && of(kind, id).stream().anyMatch(version -> version.validFrom().equals(day));
    }

    /** From a day on other numbers hold, until the next change that was planned already. */
    @Transactional
    public void change(RuleKind kind, String id, RuleChange change, String account) {
        database.sql("select 1 from %s where %s = ? for update".formatted(kind.table(), kind.key()))
                .param(id)
                .query(Integer.class)
                .list();
        var from = change.validFrom();
        var to = of(kind, id).stream()
                .map(RuleVersion::validFrom)
                .filter(begin -> begin.isAfter(from))
                .findFirst()
                .map(begin -> begin.minusDays(1))
                .orElse(null);
        if (from.isAfter(today())) {
            database.sql("delete from %s where %s = ? and valid_from = ?".formatted(kind.table(), kind.key()))
                    .params(id, from)
                    .update();
        }
        if (kind == RuleKind.BODY) {
            add(NEW_BODY, id, change, to, account);
        } else {
            add(NEW_SHARE, id, change, to, account);
        }
        database.sql("""
                        update %s set valid_to = :before
                        where %s = :id and valid_from < :from and (valid_to is null or valid_to >= :from)""".formatted(kind.table(), kind.key()))
                .param("before", from.minusDays(1))
                .param("id", id)
                .param("from", from)
                .update();
        ReadOnce.forgetAll();
    }

    /** Notes that somebody compared a version with the text of the law; false where there was nothing to note. */
    boolean confirm(RuleKind kind, String id, LocalDate validFrom, String account) {
        return database.sql("""
                                update %s set confirmed = true, confirmed_by = ?, confirmed_at = ?
                                where %s = ? and valid_from = ? and not confirmed""".formatted(kind.table(), kind.key()))
                        .params(account, Timestamp.from(clock.instant()), id, validFrom)
                        .update()
                == 1;
    }

    private void add(String sql, String id, RuleChange change, @Nullable LocalDate to, String account) {
        database.sql(sql)
                .param("id", id)
                .param(
                        "quorumNum",
                        change.quorum() == null ? null : change.quorum().num())
                .param(
                        "quorumDen",
                        change.quorum() == null ? null : change.quorum().den())
                .param(
                        "quorumStrict",
                        change.quorum() == null ? null : change.quorum().strict())
                .param("num", change.limit().num())
                .param("den", change.limit().den())
                .param("strict", change.limit().strict())
                .param("base", change.ofTotal() ? "TOTAL" : "TAKING")
                .param("source", change.source())
                .param("from", change.validFrom())
                .param("to", to)
                .param("account", account)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private static RuleVersion read(RuleKind kind, ResultSet row) throws SQLException {
        var body = kind == RuleKind.BODY ? BodyRules.read(row) : null;
        return new RuleVersion(
                kind,
                row.getString(kind.key()),
                body,
                body == null
                        ? new Share(row.getLong("num"), row.getLong("den"), row.getBoolean("strict"))
                        : body.pass(),
                row.getString("source"),
                row.getBoolean("confirmed"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("changed_by"),
                moment(row, "changed_at"),
                row.getString("confirmed_by"),
                moment(row, "confirmed_at"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
