package org.qibu.access;

import java.security.Principal;
import java.util.Set;
import org.qibu.engine.Accounts;
import org.qibu.mail.MailVisibility;
import org.springframework.stereotype.Component;

/** Shows an account the mails of the communities it belongs to, and of no other. */
@Component
class CommunitiesOfAccount implements MailVisibility {

    private final Accounts accounts;

    CommunitiesOfAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Set<String> communitiesOf(Principal user) {
        return user == null
                ? Set.of()
                : accounts.find(user.getName())
                        .map(account -> Set.copyOf(account.communities()))
                        .orElse(Set.of());
    }
}
