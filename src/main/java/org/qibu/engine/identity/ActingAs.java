package org.qibu.engine.identity;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.qibu.engine.identity.Accounts.Account;
import org.springframework.stereotype.Component;

/**
 * Sets the account the engine acts for on this thread; without it and without {@link SystemWork} the engine refuses.
 */
@Component
public class ActingAs {

    private static final ThreadLocal<Account> ENTERED = new ThreadLocal<>();
    private static final ThreadLocal<Boolean> HAS_REVOCATIONS = new ThreadLocal<>();

    private final IdentityService identity;

    ActingAs(IdentityService identity) {
        this.identity = identity;
    }

    /** From now on the engine acts for this account, with its groups and communities. */
    public void enter(Account account) {
        identity.setAuthentication(account.id(), account.groups(), account.communities());
        ENTERED.set(account);
        HAS_REVOCATIONS.remove();
    }

    /**
     * The same for an account as it was read with this request, so that it need not be asked again.
     *
     * @param hasRevocations whether a revocation of the engine is against it or one of its groups
     */
    public void enter(Account account, boolean hasRevocations) {
        enter(account);
        HAS_REVOCATIONS.set(hasRevocations);
    }

    /** The account the engine acts for now; empty while the product works for itself, or nobody asks. */
    public Optional<String> who() {
        return Optional.ofNullable(identity.getCurrentAuthentication()).map(Authentication::getUserId);
    }

    /**
     * The account this thread works for.
     *
     * @return null while the product works for itself, which has to be declared
     * @throws UnknownCaller when it works for nobody
     */
    public String accountOrSystem() {
        var account = who().filter(id -> !id.isBlank());
        if (account.isEmpty() && !SystemWork.isDeclared()) {
            throw new UnknownCaller("a form, a task or a process");
        }
        return account.orElse(null);
    }

    /** From now on the engine acts for nobody. */
    public void leave() {
        identity.clearAuthentication();
        ENTERED.remove();
        HAS_REVOCATIONS.remove();
    }

    /** Whether this thread works for an account, also where the engine's web interfaces put it aside for a moment. */
    public static boolean isForAnAccount() {
        return ENTERED.get() != null;
    }

    /**
     * Whether a revocation of the engine is against this account or one of its groups, as it was when this request began; empty
     * where that was not read.
     */
    public static Optional<Boolean> hasRevocations(String accountId) {
        return entered(accountId).map(account -> HAS_REVOCATIONS.get());
    }

    /** This account as it was read when this thread began to work for it; empty where it works for another, or for nobody. */
    public static Optional<Account> entered(String accountId) {
        return Optional.ofNullable(ENTERED.get()).filter(account -> account.id().equals(accountId));
    }
}
