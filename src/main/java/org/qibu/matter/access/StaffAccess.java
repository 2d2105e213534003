package org.qibu.matter.access;

import java.security.Principal;
import java.util.Optional;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.identity.Accounts.Account;
import org.qibu.matter.Matter;
import org.qibu.matter.Matters;
import org.springframework.stereotype.Component;

/** Opens a matter to the staff of its community and to nobody else. */
@Component
public class StaffAccess {

    private static final String[] CONTACT_READERS = {
        "residents-committee", "grid-staff", "two-committees", "social-worker", "supervision"
    };

    private final Accounts accounts;
    private final Matters matters;

    StaffAccess(Accounts accounts, Matters matters) {
        this.accounts = accounts;
        this.matters = matters;
    }

    /** A matter, and the account that looks at it. */
    public record View(Matter matter, Account account) {

        /** Whether this account may see how to reach the proposer. */
        public boolean seesContact() {
            return account.isIn(CONTACT_READERS);
        }
    }

    /** The account behind a login, where there is one. */
    public Optional<Account> account(Principal user) {
        return user == null ? Optional.empty() : accounts.find(user.getName());
    }

    /** The matter, when the user belongs to its community; otherwise it does not exist. */
    public View open(String matterNo, Principal user) {
        var account = account(user).orElseThrow(NothingThere::matter);
        return matters.find(matterNo)
                .filter(matter -> account.communities().contains(matter.communityCode()))
                .map(matter -> new View(matter, account))
                .orElseThrow(NothingThere::matter);
    }

    /** Whether the user belongs to the community. */
    public boolean isOf(String community, Principal user) {
        return account(user)
                .filter(account -> account.communities().contains(community))
                .isPresent();
    }

    /** What an account is called; its id where nobody knows. */
    public String nameOf(String accountId) {
        return accountId == null
                ? ""
                : accounts.find(accountId).map(Account::name).orElse(accountId);
    }
}
