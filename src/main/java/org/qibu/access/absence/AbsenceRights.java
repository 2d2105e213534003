package org.qibu.access.absence;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.qibu.community.Communities;
import org.qibu.community.Community;
import org.qibu.community.Office;
import org.qibu.community.Offices;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.identity.Accounts.Account;
import org.springframework.stereotype.Component;

/**
 * Who may enter a time away for somebody else: an administrator for everybody; the head of a residents' committee, or
 * whoever stands in for the head, for the people of that community, but not for those above it.
 */
@Component
class AbsenceRights {

    private static final String ADMINISTRATORS = "camunda-admin";
    private static final String[] ABOVE = {
        "subdistrict", "subdistrict-inspect", "department", "civil-affairs", "process-admin", ADMINISTRATORS
    };

    private final Accounts accounts;
    private final Offices offices;
    private final Communities communities;
    private final StandIns standIns;

    AbsenceRights(Accounts accounts, Offices offices, Communities communities, StandIns standIns) {
        this.accounts = accounts;
        this.offices = offices;
        this.communities = communities;
        this.standIns = standIns;
    }

    /** Whether there is anybody this account may enter a time away for. */
    boolean isKeeper(String by) {
        return isAdministrator(by) || !ledBy(by).isEmpty();
    }

    /** Everybody this account may enter a time away for, by name. */
    List<Account> peopleOf(String by) {
        var isAdministrator = isAdministrator(by);
        var places = isAdministrator
                ? communities.all().stream().map(Community::code).toList()
                : List.copyOf(ledBy(by));
        var found = new TreeMap<String, Account>();
        places.forEach(place -> accounts.of(place).stream()
                .filter(account -> isAdministrator || !account.isIn(ABOVE))
                .forEach(account -> found.put(account.id(), account)));
        return found.values().stream()
                .sorted(Comparator.comparing(Account::name))
                .toList();
    }

    private boolean isAdministrator(String by) {
        return accounts.find(by).filter(account -> account.isIn(ADMINISTRATORS)).isPresent();
    }

    /** The communities whose committee this account leads today. */
    private Set<String> ledBy(String by) {
        var heads = new HashSet<>(standIns.absentOf(by));
        heads.add(by);
        var led = new HashSet<String>();
        accounts.find(by).map(Account::communities).orElse(List.of()).stream()
                .filter(place ->
                        offices.holders(place, Office.COMMITTEE_HEAD).stream().anyMatch(heads::contains))
                .forEach(led::add);
        return led;
    }
}
