package org.qibu.notices;

import java.time.Duration;
import org.qibu.limits.Bound;
import org.qibu.limits.Limits;
import org.qibu.limits.NetworkAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lets each network address object to a matter only so often within an hour; all nodes count together. Neighbours behind one
 * address who object to another matter are not kept out.
 */
@Component
class ObjectionLimit {

    private static final String NAME = "objection";
    private static final Duration WINDOW = Duration.ofHours(1);

    private final Bound bound;
    private final Limits limits;

    ObjectionLimit(@Value("${qibu.objections.per-hour:5}") int most, Limits limits) {
        this.bound = new Bound(most, WINDOW);
        this.limits = limits;
    }

    /**
     * Counts one more.
     *
     * @throws NoObjection when it would be one too many
     */
    void take(String address, String matterNo) {
        limits.count(NAME, NetworkAddress.networkOf(address) + "\n" + matterNo, bound)
                .ifPresent(wait -> {
                    throw NoObjection.tooOften();
                });
    }
}
