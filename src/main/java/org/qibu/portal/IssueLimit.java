package org.qibu.portal;

import java.time.Duration;
import org.qibu.limits.Bound;
import org.qibu.limits.Limits;
import org.qibu.limits.NetworkAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps one address from raising so many issues in a community that nobody there could read them; neighbours behind the same
 * address who raise something in another community are not kept out. All nodes count together.
 */
@Component
class IssueLimit {

    private static final String NAME = "issue";
    private static final Duration PERIOD = Duration.ofHours(1);

    private final int perHour;
    private final Limits limits;

    /** @param perHour issues of one address in a community in an hour; 0 for as many as it likes */
    IssueLimit(@Value("${qibu.issues-per-hour:30}") int perHour, Limits limits) {
        this.perHour = perHour;
        this.limits = limits;
    }

    /**
     * Counts one more issue of this address in this community.
     *
     * @throws TooManyIssues when it would be one too many
     */
    void count(String address, String community) {
        if (perHour > 0) {
            limits.count(NAME, subject(address, community), new Bound(perHour, PERIOD))
                    .ifPresent(wait -> {
                        throw new TooManyIssues(wait);
                    });
        }
    }

    /** Takes the last one back: nothing was raised, such as where a field was wrong. */
    void takeBack(String address, String community) {
        limits.uncount(NAME, subject(address, community));
    }

    private static String subject(String address, String community) {
        return NetworkAddress.networkOf(address) + "\n" + community;
    }
}
