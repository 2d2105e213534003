package org.qibu.community.offices;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qibu.community.Community;
import org.qibu.community.Office;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.identity.Accounts.Account;
import org.springframework.stereotype.Component;

/** Lays out who holds the offices of a community, who did and who will, and where a report would reach nobody. */
@Component
class OfficeBook {

    private static final int DAYS_AHEAD = 30;

    private final Terms terms;
    private final Accounts accounts;
    private final OfficeUse use;

    OfficeBook(Terms terms, Accounts accounts, OfficeUse use) {
        this.terms = terms;
        this.accounts = accounts;
        this.use = use;
    }

    /**
     * A term and whose it is.
     *
     * @param reached whether the account still belongs to the community, so that what is reported goes to it
     * @param address whether a mail address is known
     * @param by who entered it; empty where the installation brought it in
     * @param changedBy who ended it or called it off; empty where nobody did
     */
    record Held(Term term, String name, boolean reached, boolean address, String by, String changedBy) {}

    /**
     * An office of a community.
     *
     * @param told what is reported to it
     * @param group the members of the group that stands in while nobody is named; empty where somebody is
     * @param endsOn the last day of whoever holds it where it is near and nobody follows; null otherwise
     */
    record Line(
            Office office,
            List<OfficeUse.Told> told,
            List<Held> now,
            List<Held> later,
            List<Held> before,
            List<String> group,
            @Nullable LocalDate endsOn) {

        /** Whether nobody named can be reached. */
        public boolean isVacant() {
            return now.stream().noneMatch(Held::reached);
        }
    }

    List<Line> of(Community community, LocalDate today) {
        var all = terms.of(List.of(community.code()));
        var told = use.told();
        var names = new TreeMap<String, Optional<Account>>();
        return Arrays.stream(Office.values())
                .map(office -> line(office, community.code(), all, told, names, today))
                .toList();
    }

    private Line line(
            Office office,
            String community,
            List<Term> all,
            Map<Office, List<OfficeUse.Told>> told,
            Map<String, Optional<Account>> names,
            LocalDate today) {
        var own = all.stream()
                .filter(term -> term.office() == office)
                .map(term -> held(term, names))
                .toList();
        var now = own.stream().filter(held -> held.term().isOn(today)).toList();
        var later = own.stream()
                .filter(held -> !held.term().calledOff() && held.term().isAfter(today))
                .toList();
        var before = own.stream()
                .filter(held -> held.term().calledOff() || held.term().isBefore(today))
                .toList();
        var vacant = now.stream().noneMatch(Held::reached);
        var group = vacant ? members(office, community) : List.<String>of();
        return new Line(
                office, told.getOrDefault(office, List.of()), now, later, before, group, endsOn(now, later, today));
    }

    private List<String> members(Office office, String community) {
        return accounts.members(office.group(), community).stream()
                .map(OfficeAppointments::nameOf)
                .sorted()
                .toList();
    }

    private static @Nullable LocalDate endsOn(List<Held> now, List<Held> later, LocalDate today) {
        if (now.isEmpty() || now.stream().anyMatch(held -> held.term().toDay() == null)) {
            return null;
        }
        var last = now.stream()
                .map(held -> held.term().toDay())
                .max(LocalDate::compareTo)
                .orElseThrow();
        var isFollowed = later.stream().anyMatch(held -> !held.term().isAfter(last.plusDays(1)));
        return isFollowed || last.isAfter(today.plusDays(DAYS_AHEAD)) ? null : last;
    }

    private Held held(Term term, Map<String, Optional<Account>> known) {
        var account = known.computeIfAbsent(term.account(), accounts::find);
        return new Held(
                term,
                account.map(OfficeAppointments::nameOf).orElse(term.account()),
                account.filter(each -> each.communities().contains(term.communityCode()))
                        .isPresent(),
                account.map(Account::email).filter(email -> !email.isBlank()).isPresent(),
                name(term.enteredBy(), known),
                name(term.changedBy(), known));
    }

    private String name(@Nullable String id, Map<String, Optional<Account>> known) {
        return id == null
                ? ""
                : known.computeIfAbsent(id, accounts::find)
                        .map(OfficeAppointments::nameOf)
                        .orElse(id);
    }
}
