package org.qibu.mail;

import java.util.Set;

/**
 * Whose mails somebody may see.
 *
 * @param communities whose mails these are
 * @param colleagues the accounts whose mails about no single community these are, such as daily mails
 */
public record Scope(Set<String> communities, Set<String> colleagues) {

    static final Scope NOTHING = new Scope(Set.of(), Set.of());

    public String[] communityCodes() {
        return communities.toArray(String[]::new);
    }

    public String[] accounts() {
        return colleagues.toArray(String[]::new);
    }
}
