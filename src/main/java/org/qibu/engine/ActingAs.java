package org.qibu.engine;

import org.camunda.bpm.engine.IdentityService;
import org.qibu.engine.Accounts.Account;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the engine on whose behalf this thread works. */
@Component
public class ActingAs {

    private final ObjectProvider<IdentityService> identity;

    ActingAs(ObjectProvider<IdentityService> identity) {
        this.identity = identity;
    }

    /** From now on the engine acts for this account, with its groups and communities. */
    public void enter(Account account) {
        identity.getObject().setAuthentication(account.id(), account.groups(), account.communities());
    }

    /** From now on the engine acts for nobody. */
    public void leave() {
        identity.getObject().clearAuthentication();
    }
}
