package org.qibu.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.qibu.access.Absences.Absence;
import org.qibu.calendar.Calendars;
import org.qibu.engine.Accounts;
import org.qibu.engine.Accounts.Account;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets members of staff say when they are away and who does their work: a colleague of the same community and office. */
@Component
class AbsenceDesk {

    private final Absences absences;
    private final Accounts accounts;
    private final Clock clock;

    AbsenceDesk(Absences absences, Accounts accounts, Clock clock) {
        this.absences = absences;
        this.accounts = accounts;
        this.clock = clock;
    }

    LocalDate today() {
        return Calendars.dayOf(clock.instant());
    }

    /** What this account entered and is not over. */
    List<Absence> coming(String account) {
        return absences.of(account, today());
    }

    /** Who could do this account's work, by name. */
    List<Account> colleaguesOf(String id) {
        return accounts.find(id).map(this::colleagues).orElse(List.of());
    }

    private List<Account> colleagues(Account self) {
        var found = new TreeMap<String, Account>();
        for (var group : self.groups()) {
            for (var community : self.communities()) {
                accounts.members(group, community).forEach(account -> found.put(account.id(), account));
            }
        }
        found.remove(self.id());
        return found.values().stream()
                .sorted(Comparator.comparing(Account::name))
                .toList();
    }

    /** Ends a time away now, or calls it off; false where there is none to end. */
    boolean end(long id, String account) {
        return absences.end(id, account);
    }

    /** Enters a time away; what stands against it comes back by field, and nothing is entered then. */
    @Transactional
    Map<String, String> enter(String account, AbsenceForm form) {
        var faults = new LinkedHashMap<>(form.faults(today()));
        if (faults.isEmpty()) {
            against(account, form).forEach(faults::put);
        }
        if (faults.isEmpty()) {
            absences.enter(
                    account, form.deputy(), form.from().orElseThrow(), form.to().orElseThrow(), form.note());
        }
        return faults;
    }

    private Map<String, String> against(String account, AbsenceForm form) {
        var from = form.from().orElseThrow();
        var to = form.to().orElseThrow();
        Optional<Account> deputy = colleaguesOf(account).stream()
                .filter(each -> each.id().equals(form.deputy()))
                .findFirst();
        if (absences.isAway(account, from, to)) {
            return Map.of("fromDay", "这段时间您已登记过外出，请先结束原来的登记。");
        }
        if (deputy.isEmpty()) {
            return Map.of("deputy", "代理人应是同一社区、同一岗位的同事，请从名单中选择。");
        }
        if (absences.isAway(form.deputy(), from, to)) {
            return Map.of("deputy", deputy.get().name() + "这段时间也不在岗，请另选代理人。");
        }
        return Map.of();
    }
}
