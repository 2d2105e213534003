package org.qibu.engine.identity;

import org.qibu.engine.identity.Accounts.Account;

/**
 * An account as it stands at this moment.
 *
 * @param account who it is, with the groups and communities of now
 * @param passwordHash what is kept of its password, never shown to anybody
 * @param passwordSalt what was put to the password before it was hashed; may be null
 * @param isLocked whether an administrator keeps it out at present
 * @param hasRevocations whether any right was taken from it or from one of its groups by a revocation of the engine
 */
public record CurrentAccount(
        Account account, String passwordHash, String passwordSalt, boolean isLocked, boolean hasRevocations) {

    /** Nothing of the password gets into a log. */
    @Override
    public String toString() {
        return "CurrentAccount[" + account.id() + "]";
    }
}
