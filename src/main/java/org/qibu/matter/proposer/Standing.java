package org.qibu.matter.proposer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Principal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.identity.Accounts.Account;
import org.qibu.matter.Matter;
import org.springframework.stereotype.Component;

/** Checks whether somebody may act for the proposer of a matter: by the receipt, or as staff of its community. */
@Component
class Standing {

    private static final String[] ON_BEHALF = {"residents-committee", "grid-staff", "social-worker"};

    private final Accounts accounts;

    Standing(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * The account that acts on behalf; empty for the holder of the receipt.
     *
     * @throws NotTheProposer when it is neither
     */
    Optional<String> of(Matter matter, String receipt, Principal user) {
        var isReceipt = isReceipt(matter, receipt);
        if (isReceipt) {
            return Optional.empty();
        }
        if (receipt.isBlank() && isStaff(matter, user)) {
            return Optional.of(user.getName());
        }
        throw new NotTheProposer();
    }

    /** Whether this user may act for proposers of the matter's community. */
    boolean isStaff(Matter matter, Principal user) {
        return user != null
                && accounts.find(user.getName())
                        .filter(account -> account.communities().contains(matter.communityCode()))
                        .filter(Standing::actsOnBehalf)
                        .isPresent();
    }

    private static boolean actsOnBehalf(Account account) {
        return account.isIn(ON_BEHALF);
    }

    /** Takes as long whatever is wrong with it. */
    private static boolean isReceipt(Matter matter, String receipt) {
        return MessageDigest.isEqual(signs(matter.receipt()), signs(receipt));
    }

    private static byte[] signs(String receipt) {
        return Normalizer.normalize(receipt.substring(0, Math.min(receipt.length(), 80)), Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
