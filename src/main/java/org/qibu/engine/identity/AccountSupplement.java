package org.qibu.engine.identity;

import org.jspecify.annotations.Nullable;

/** What another room keeps of each account, read in one statement with the accounts; implemented by that room. */
public interface AccountSupplement {

    /** An SQL expression of type text over {@code u.id_}, the account that is read. */
    String expression();

    /**
     * Keeps what was read for the length of the transaction.
     *
     * @param text what the expression gave; null where the room keeps nothing of this account
     */
    void found(String accountId, @Nullable String text);
}
