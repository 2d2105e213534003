package org.qibu.access;

import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.qibu.engine.identity.Accounts;
import org.qibu.mail.MailVisibility;
import org.qibu.mail.Scope;
import org.springframework.stereotype.Component;

/** Shows an account the mails of the communities it belongs to and of everybody in them, and of no other. */
@Component
class CommunitiesOfAccount implements MailVisibility {

    private final Accounts accounts;

    CommunitiesOfAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Scope scopeOf(Principal user) {
        var communities = Optional.ofNullable(user)
                .flatMap(known -> accounts.find(known.getName()))
                .map(account -> Set.copyOf(account.communities()))
                .orElse(Set.of());
        return new Scope(
                communities,
                communities.stream()
                        .flatMap(community -> accounts.idsOf(community).stream())
                        .collect(Collectors.toSet()));
    }
}
