package org.qibu.community.offices;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.qibu.calendar.Calendars;
import org.qibu.community.Communities;
import org.qibu.community.Community;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.identity.Accounts.Account;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives offices to accounts and ends their terms, so that whoever is told of late work is somebody. */
@Component
class OfficeAppointments {

    private final Terms terms;
    private final Communities communities;
    private final Accounts accounts;
    private final Clock clock;

    OfficeAppointments(Terms terms, Communities communities, Accounts accounts, Clock clock) {
        this.terms = terms;
        this.communities = communities;
        this.accounts = accounts;
        this.clock = clock;
    }

    LocalDate today() {
        return Calendars.dayOf(clock.instant());
    }

    /** The communities an entry made at this one reaches. */
    List<Community> places(Community here, TermForm.Reach reach) {
        return switch (reach) {
            case COMMUNITY -> List.of(here);
            case SUBDISTRICT ->
                communities.all().stream()
                        .filter(each -> each.subdistrict().equals(here.subdistrict()))
                        .toList();
            case ALL -> communities.all();
        };
    }

    /** Gives an office to an account; what stands against it comes back by field, and nothing is entered then. */
    @Transactional
    Map<String, String> enter(Community here, TermForm form, String by) {
        var faults = new LinkedHashMap<>(form.faults(today()));
        if (!faults.isEmpty()) {
            return faults;
        }
        var places = places(here, form.reach());
        var codes = places.stream().map(Community::code).toList();
        terms.lock(codes);
        var before = terms.of(codes).stream()
                .filter(term -> term.office() == form.meant().orElseThrow())
                .toList();
        accountFault(form, places, before).ifPresent(fault -> faults.put("account", fault));
        if (faults.isEmpty()) {
            codes.forEach(code -> enter(code, form, before, by));
        }
        return faults;
    }

    private Optional<String> accountFault(TermForm form, List<Community> places, List<Term> before) {
        var account = accounts.find(form.account());
        if (account.isEmpty()) {
            return Optional.of("没有这个账号，请从名单中选择。");
        }
        var strange = places.stream()
                .filter(place -> !account.get().communities().contains(place.code()))
                .map(Community::name)
                .collect(Collectors.joining("、"));
        if (!strange.isEmpty()) {
            return Optional.of(nameOf(account.get()) + "的账号不属于" + strange + "，打不开那里的任务，不能担任那里的岗位。");
        }
        return before.stream().anyMatch(term -> isSame(term, form))
                ? Optional.of(nameOf(account.get()) + "在这段时间已登记担任这个岗位，请先结束那一段任期。")
                : Optional.empty();
    }

    private static boolean isSame(Term term, TermForm form) {
        return term.account().equals(form.account())
                && term.overlaps(form.from().orElseThrow(), form.to().orElse(null));
    }

    private void enter(String community, TermForm form, List<Term> before, String by) {
        var from = form.from().orElseThrow();
        if (form.replace()) {
            before.stream()
                    .filter(term -> term.communityCode().equals(community))
                    .filter(term -> term.isOn(from))
                    .forEach(term -> terms.end(term, from.minusDays(1), by));
        }
        terms.enter(
                community,
                form.meant().orElseThrow(),
                form.account(),
                from,
                form.to().orElse(null),
                by);
    }

    /** Ends a term; a sentence where it cannot end on that day. One that has not begun, or began only today, can be called off. */
    @Transactional
    Optional<String> end(Term known, String lastDay, String by) {
        terms.lock(List.of(known.communityCode()));
        var term = terms.find(known.id()).orElseThrow();
        if (term.calledOff() || term.isBefore(today())) {
            return Optional.of("这段任期已经结束。");
        }
        if (term.isAfter(today())) {
            terms.end(term, today(), by);
            return Optional.empty();
        }
        var day = Calendars.day(lastDay);
        if (day.isEmpty()) {
            return Optional.of("请填写任期的最后一天。");
        }
        if (term.isAfter(day.get()) && !today().equals(term.fromDay())) {
            return Optional.of("最后一天不能早于开始日期 " + term.fromDay() + "。");
        }
        if (day.get().isAfter(today().plusYears(1))) {
            return Optional.of("最后一天最多提前一年登记。");
        }
        terms.end(term, day.get(), by);
        return Optional.empty();
    }

    Optional<Term> find(long id) {
        return terms.find(id);
    }

    static String nameOf(Account account) {
        return account.name().isBlank() ? account.id() : account.name();
    }
}
