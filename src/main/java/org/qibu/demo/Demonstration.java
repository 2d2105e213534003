package org.qibu.demo;

import org.springframework.stereotype.Component;

/** The demonstration as the start of the application sees it. */
@Component
@ConditionalOnDemo
public class Demonstration {

    private final DemoCommunities communities;
    private final DemoAccounts accounts;
    private final ParkedMatters matters;

    Demonstration(DemoCommunities communities, DemoAccounts accounts, ParkedMatters matters) {
        this.communities = communities;
        this.accounts = accounts;
        this.matters = matters;
    }

    /** Brings in communities and accounts; the groups have to be there. */
    public void load() {
        communities.load();
        accounts.load();
    }

    /** Parks the matters; models, grants and everything of {@link #load()} have to be there. */
    public void park() {
        matters.load();
    }
}
