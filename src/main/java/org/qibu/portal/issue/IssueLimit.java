package org.qibu.portal.issue;

import java.time.Duration;
import org.qibu.limits.Bound;
import org.qibu.limits.Sender;
import org.qibu.limits.SenderLimits;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps a stranger from raising so many issues in a community that nobody there could read them. Neighbours behind the same
 * address are told apart where they can be, see {@link SenderLimits}; whoever raises something in another community is not kept
 * out. All nodes count together.
 */
@Component
class IssueLimit {

    private static final String NAME = "issue";
    private static final Duration PERIOD = Duration.ofHours(1);

    private final int perHour;
    private final SenderLimits limits;

    /** @param perHour issues of one sender in a community in an hour; 0 for as many as they like */
    IssueLimit(@Value("${qibu.issues-per-hour:30}") int perHour, SenderLimits limits) {
        this.perHour = perHour;
        this.limits = limits;
    }

    /**
     * Counts one more issue of this sender in this community.
     *
     * @throws TooManyIssues when it would be one too many
     */
    void count(Sender sender, String community) {
        if (perHour > 0) {
            limits.count(NAME, sender, community, new Bound(perHour, PERIOD)).ifPresent(wait -> {
                throw new TooManyIssues(wait);
            });
        }
    }

    /** Takes the last one back: nothing was raised, such as where a field was wrong. */
    void takeBack(Sender sender, String community) {
        limits.uncount(NAME, sender, community);
    }
}
