package org.qibu.access.login;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qibu.engine.identity.Accounts.Account;
import org.qibu.engine.identity.CurrentAccount;
import org.qibu.text.Sha256;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * A member of staff whose password was right. A session keeps who it is and a mark of the password it was opened with, nothing
 * to go by: {@link AccountCheck} asks for account and groups with each request.
 */
public final class StaffAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final String accountId;
    private final String passwordMark;
    private final transient @Nullable Account account;
    private final transient boolean hasRevocations;

    StaffAuthentication(CurrentAccount current) {
        super(AuthorityUtils.createAuthorityList(current.account().groups().stream()
                .map(group -> "ROLE_" + group)
                .toArray(String[]::new)));
        this.account = current.account();
        this.accountId = account.id();
        this.hasRevocations = current.hasRevocations();
        this.passwordMark = markOf(current);
        setAuthenticated(true);
    }

    /** The account as it was found with this request; null for one that comes out of a session unchecked. */
    public @Nullable Account account() {
        return account;
    }

    /** Whether a revocation of the engine was against it or one of its groups, when the account was found. */
    public boolean hasRevocations() {
        return hasRevocations;
    }

    /** Whether the account has the password yet with which this login was made. */
    boolean isOfPassword(CurrentAccount current) {
        return Objects.equals(passwordMark, markOf(current));
    }

    /** Changes with each new password and tells nothing of it. */
    private static String markOf(CurrentAccount current) {
        return Sha256.hex(current.passwordSalt() + "\n" + current.passwordHash());
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return accountId;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof StaffAuthentication that
                && Objects.equals(passwordMark, that.passwordMark);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), passwordMark);
    }
}
