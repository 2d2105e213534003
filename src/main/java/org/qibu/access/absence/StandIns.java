package org.qibu.access.absence;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.qibu.access.absence.Absences.Absence;
import org.qibu.calendar.Calendars;
import org.qibu.engine.spi.Deputies;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who does whose work today, also where the deputy is away too and has one of their own. */
@Component
class StandIns implements Deputies {

    private final Absences absences;
    private final JdbcClient database;
    private final Clock clock;

    StandIns(Absences absences, JdbcClient database, Clock clock) {
        this.absences = absences;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<String> absentOf(String deputyId) {
        return entrusted(deputyId).stream().map(Absence::accountId).distinct().toList();
    }

    /** The times away this account stands in for today, those entrusted to somebody who is away themselves included. */
    List<Absence> entrusted(String deputyId) {
        var today = today();
        if (absences.deputyOf(deputyId, today).isPresent()) {
            return List.of();
        }
        var found = new ArrayList<Absence>();
        collect(deputyId, today, found, new LinkedHashSet<>(Set.of(deputyId)));
        return found;
    }

    private void collect(String deputy, LocalDate day, List<Absence> found, Set<String> seen) {
        for (var absence : absences.entrustedTo(deputy, day)) {
            if (seen.add(absence.accountId())) {
                found.add(absence);
                collect(absence.accountId(), day, found, seen);
            }
        }
    }

    /** Who does the work of this account today; empty where its owner is at work or nobody is left to. */
    Optional<String> deputyOf(String account) {
        return last(account, away -> absences.deputyOf(away, today()));
    }

    /** Who does whose work today, of these accounts; whose owner is at work is not among them. */
    Map<String, String> deputiesOf(Collection<String> accounts) {
        var named = absences.deputiesOn(today());
        var deputies = new HashMap<String, String>();
        accounts.forEach(account -> last(account, away -> Optional.ofNullable(named.get(away)))
                .ifPresent(deputy -> deputies.put(account, deputy)));
        return deputies;
    }

    private static Optional<String> last(String account, Function<String, Optional<String>> named) {
        var seen = new LinkedHashSet<>(Set.of(account));
        var deputy = named.apply(account);
        while (deputy.isPresent() && seen.add(deputy.get())) {
            var next = named.apply(deputy.get());
            if (next.isEmpty()) {
                return deputy;
            }
            deputy = next;
        }
        return Optional.empty();
    }

    @Override
    public void acts(String taskId, String deputyId, String absentId) {
        database.sql("""
                        insert into stand_in (task_id, account_id, for_account, at) values (?, ?, ?, ?)
                        on conflict (task_id, account_id) do nothing""")
                .params(taskId, deputyId, absentId, Timestamp.from(clock.instant()))
                .update();
    }

    private LocalDate today() {
        return Calendars.dayOf(clock.instant());
    }
}
