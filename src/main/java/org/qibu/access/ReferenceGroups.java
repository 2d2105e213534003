package org.qibu.access;

import org.qibu.engine.identity.Accounts;
import org.springframework.stereotype.Component;

/** Makes the groups that models, grants and accounts refer to. */
@Component
public class ReferenceGroups {

    private final Accounts accounts;

    ReferenceGroups(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Makes every group that is missing. */
    public void ensure() {
        for (var group : Groups.values()) {
            accounts.group(group.id(), group.chineseName(), group.type());
        }
    }
}
