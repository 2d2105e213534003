package org.qibu.demo;

import java.util.List;
import java.util.stream.Collectors;
import org.qibu.engine.identity.Accounts;
import org.springframework.stereotype.Component;

/** The accounts of the demonstration, whose passwords equal their names. */
@Component
@ConditionalOnDemo
public class DemoAccounts {

    private final Accounts accounts;

    DemoAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Makes the accounts that are missing; groups and communities have to be there. */
    public void load() {
        var communities =
                CommunityEntry.all().stream().map(CommunityEntry::code).toList();
        AccountEntry.all().forEach(entry -> accounts.open(entry.account(communities), entry.name()));
    }

    /** All of them, for the login page. */
    public List<DemoAccount> list() {
        return AccountEntry.all().stream().map(AccountEntry::shown).toList();
    }

    /** All of them, one a line, for the console. */
    public String printed() {
        return list().stream()
                .map(account -> "  %-13s %s".formatted(account.name(), account.chineseRole()))
                .collect(Collectors.joining("\n"));
    }
}
