package org.qibu.limits;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Counts what senders do to somebody, such as issues raised in a community: each sender up to a bound, and all behind one
 * network address together up to a few times as many, so that neither a colleague uses up what an office may do, nor anybody
 * gets further than that by throwing cookies away.
 */
@Component
public class SenderLimits {

    /** How many busy senders an address is believed to have. */
    public static final int SENDERS_OF_AN_ADDRESS = 4;

    private final Limits limits;

    SenderLimits(Limits limits) {
        this.limits = limits;
    }

    /**
     * Counts one more, unless it would be one too many.
     *
     * @param name what is counted, for example {@code issue}
     * @param whom to whom it is done
     * @return empty when it is counted; otherwise how long to wait for the next
     */
    public Optional<Duration> count(String name, Sender sender, String whom, Bound bound) {
        var own = limits.count(name, own(sender, whom), bound);
        if (own.isPresent()) {
            return own;
        }
        var most = new Bound(bound.most() * SENDERS_OF_AN_ADDRESS, bound.within());
        var shared = limits.count(name, shared(sender, whom), most);
        if (shared.isPresent()) {
            limits.uncount(name, own(sender, whom));
        }
        return shared;
    }

    /** Takes the last one counted back: nothing was done. */
    public void uncount(String name, Sender sender, String whom) {
        limits.uncount(name, own(sender, whom));
        limits.uncount(name, shared(sender, whom));
    }

    private static String own(Sender sender, String whom) {
        return sender.network() + "\n" + whom + "\n" + sender.browser();
    }

    private static String shared(Sender sender, String whom) {
        return sender.network() + "\n" + whom;
    }
}
