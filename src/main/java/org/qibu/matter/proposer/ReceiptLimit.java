package org.qibu.matter.proposer;

import java.time.Duration;
import java.util.function.Supplier;
import org.qibu.limits.Bound;
import org.qibu.limits.Limits;
import org.qibu.limits.NetworkAddress;
import org.springframework.stereotype.Component;

/**
 * Turns away whoever guesses the receipt of a matter: so many wrong ones of one network address hear that they are wrong, each
 * further one that there were too many. The right one is taken at any time: whoever holds it must not wait for a stranger who
 * shares their address, an office or a telephone network. Nothing is won by guessing on: a receipt is 20 signs out of 31, some
 * 10^29, so that a thousand guesses a second for a hundred years find one with a chance below 10^-16.
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
     * @throws TooManyReceipts when it is wrong and this address has tried too many wrong ones
     */
    public <T> T guard(String address, String matterNo, String receipt, Supplier<T> act) {
        if (receipt.isBlank()) {
            return act.get();
        }
        try {
            return act.get();
        } catch (NotTheProposer wrong) {
            limits.count(NAME, NetworkAddress.networkOf(address) + "\n" + matterNo, BOUND)
                    .ifPresent(wait -> {
                        throw new TooManyReceipts(wait);
                    });
            throw wrong;
        }
    }
}
