package org.qibu.matter.proposer;

import java.time.Duration;
import java.util.function.Supplier;
import org.qibu.limits.Bound;
import org.qibu.limits.Limits;
import org.qibu.limits.NetworkAddress;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses the receipt of a matter: so many wrong ones from one network address, counted before they are
 * looked at; the right one counts for nothing, and whoever holds it elsewhere never waits.
 */
@Component
public class ReceiptLimit {

    private static final String NAME = "receipt";
    private static final Bound BOUND = new Bound(10, Duration.ofMinutes(10));

    private final Limits limits;

    ReceiptLimit(Limits limits) {
        this.limits = limits;
    }

    /**
     * Does the act, which checks the receipt by itself.
     *
     * @param address the network address it comes from
     * @param receipt blank where staff act on behalf, who have a login instead
     * @throws TooManyReceipts when this address has tried too many wrong ones
     */
    public <T> T guard(String address, String matterNo, String receipt, Supplier<T> act) {
        if (receipt.isBlank()) {
            return act.get();
        }
        var subject = NetworkAddress.networkOf(address) + "\n" + matterNo;
        limits.count(NAME, subject, BOUND).ifPresent(wait -> {
            throw new TooManyReceipts(wait);
        });
        var isWrong = false;
        try {
            return act.get();
        } catch (NotTheProposer wrong) {
            isWrong = true;
            throw wrong;
        } finally {
            if (!isWrong) {
                limits.uncount(NAME, subject);
            }
        }
    }
}
