package org.qibu.access;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.qibu.community.Communities;
import org.qibu.community.Community;
import org.qibu.engine.Accounts;
import org.qibu.engine.Accounts.Account;
import org.qibu.mail.StaffDirectory;
import org.springframework.stereotype.Component;

/** Tells the mail room who stands behind an account, and who stands in for them today. */
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
        return standIns.deputyOf(accountId)
                .flatMap(accounts::find)
                .filter(deputy -> communityCode == null || deputy.communities().contains(communityCode))
                .map(ColleaguesOfAccounts::colleague);
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
