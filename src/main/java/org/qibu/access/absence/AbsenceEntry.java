package org.qibu.access.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.qibu.access.absence.Absences.Absence;
import org.qibu.calendar.Calendars;
import org.qibu.community.Communities;
import org.qibu.community.Community;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.identity.Accounts.Account;
import org.qibu.mail.staff.AbsenceMails;
import org.qibu.mail.staff.AbsenceMails.Away;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes down when members of staff are away and who does their work: a colleague of the same community and office who is
 * there all the time. So nobody ever stands in for somebody who stands in for them. Whoever it concerns is told by mail.
 */
@Component
class AbsenceEntry {

    private final Absences absences;
    private final Accounts accounts;
    private final Communities communities;
    private final AbsenceMails mails;
    private final Clock clock;

    AbsenceEntry(Absences absences, Accounts accounts, Communities communities, AbsenceMails mails, Clock clock) {
        this.absences = absences;
        this.accounts = accounts;
        this.communities = communities;
        this.mails = mails;
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
    @Transactional
    public boolean end(long id, String account, String by) {
        var known = absences.find(id).filter(each -> each.accountId().equals(account));
        var isOver = known.filter(each -> each.toDay().isBefore(today())).isPresent();
        if (known.isEmpty() || isOver || !absences.end(id, account, by)) {
            return false;
        }
        mails.ended(away(known.get(), by));
        return true;
    }

    /** The names of the communities of an account to which its deputy does not belong. */
    List<String> uncovered(String account, String deputy) {
        var covered = communitiesOf(deputy);
        return communities.of(communitiesOf(account)).stream()
                .filter(each -> !covered.contains(each.code()))
                .map(Community::name)
                .toList();
    }

    private List<String> communitiesOf(String account) {
        return accounts.find(account).map(Account::communities).orElse(List.of());
    }

    private Away away(Absence absence, String by) {
        var shared = new TreeSet<>(communitiesOf(absence.accountId()));
        shared.retainAll(communitiesOf(absence.deputyId()));
        return new Away(
                absence.id(),
                absence.accountId(),
                absence.deputyId(),
                absence.fromDay(),
                absence.toDay(),
                absence.note(),
                by,
                List.copyOf(shared),
                uncovered(absence.accountId(), absence.deputyId()),
                absences.entrustedTo(absence.accountId(), absence.fromDay(), absence.toDay()).stream()
                        .map(Absence::accountId)
                        .distinct()
                        .toList());
    }

    /** Enters a time away; what stands against it comes back by field, and nothing is entered then. */
    @Transactional
    public Map<String, String> enter(String account, AbsenceForm form, String by) {
        var faults = new LinkedHashMap<>(form.faults(today()));
        if (faults.isEmpty()) {
            absences.lock();
            faults.putAll(against(account, form, by));
        }
        if (faults.isEmpty()) {
            var id = absences.enter(
                    account, form.deputy(), form.from().orElseThrow(), form.to().orElseThrow(), form.note(), by);
            mails.entered(away(absences.find(id).orElseThrow(), by));
        }
        return faults;
    }

    private Map<String, String> against(String account, AbsenceForm form, String by) {
        var from = form.from().orElseThrow();
        var to = form.to().orElseThrow();
        Optional<Account> deputy = colleaguesOf(account).stream()
                .filter(each -> each.id().equals(form.deputy()))
                .findFirst();
        var before = absences.during(account, from, to);
        if (before.isPresent()) {
            var who = account.equals(by) ? "您" : accounts.nameOf(account);
            return Map.of("fromDay", "这段时间" + who + "已登记过外出（" + days(before.get()) + "），请先结束原来的登记，或者避开这几天。");
        }
        if (deputy.isEmpty()) {
            return Map.of("deputy", "代理人应是同一社区、同一岗位的同事，请从名单中选择。");
        }
        return absences.during(form.deputy(), from, to)
                .map(away -> Map.of(
                        "deputy",
                        deputy.get().name() + "这段时间也不在岗（" + days(away) + "，由" + accounts.nameOf(away.deputyId())
                                + "代理），请另选代理人。"))
                .orElse(Map.of());
    }

    private static String days(Absence absence) {
        return absence.fromDay() + " 至 " + absence.toDay();
    }
}
