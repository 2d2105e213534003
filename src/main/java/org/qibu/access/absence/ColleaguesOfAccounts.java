package org.qibu.access.absence;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.qibu.community.Communities;
import org.qibu.community.Community;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.identity.Accounts.Account;
import org.qibu.mail.staff.StaffDirectory;
import org.springframework.stereotype.Component;

/** Answers the mail room who stands behind an account, and who stands in for them today. */
@Component
class ColleaguesOfAccounts implements StaffDirectory {

    private final Accounts accounts;
    private final StandIns standIns;
    private final Communities communities;

    ColleaguesOfAccounts(Accounts accounts, StandIns standIns, Communities communities) {
        this.accounts = accounts;
        this.standIns = standIns;
        this.communities = communities;
    }

    @Override
    public Optional<Colleague> find(String accountId) {
        return accounts.find(accountId).map(ColleaguesOfAccounts::colleague);
    }

    @Override
    public Optional<Colleague> deputyOf(String accountId) {
        return standIns.deputyOf(accountId).flatMap(this::find);
    }

    @Override
    public Optional<Colleague> deputyOf(String accountId, String communityCode) {
        return Optional.ofNullable(deputiesOf(List.of(accountId), communityCode).get(accountId))
                .flatMap(this::find);
    }

    @Override
    public Map<String, Colleague> all(Collection<String> accountIds) {
        return accounts.all(accountIds).stream()
                .collect(Collectors.toMap(Account::id, ColleaguesOfAccounts::colleague));
    }

    @Override
    public Map<String, String> deputiesOf(Collection<String> accountIds, String communityCode) {
        var deputies = standIns.deputiesOf(accountIds);
        var fit = accounts.all(Set.copyOf(deputies.values())).stream()
                .filter(deputy -> communityCode == null || deputy.communities().contains(communityCode))
                .map(Account::id)
                .collect(Collectors.toSet());
        deputies.values().retainAll(fit);
        return deputies;
    }

    @Override
    public List<String> everybody() {
        return accounts.ids();
    }

    @Override
    public Optional<String> communityName(String communityCode) {
        return Optional.ofNullable(communityCode).flatMap(communities::find).map(Community::name);
    }

    private static Colleague colleague(Account account) {
        return new Colleague(account.id(), account.name(), Objects.requireNonNullElse(account.email(), ""));
    }
}
