package org.qibu.notices;

import java.time.Instant;

/**
 * One posting: its text is masked before it is kept, so that nothing personal can leave with it.
 *
 * @param unattended whether no model waits for its end, so that it tells and takes no objections
 */
public record Notice(
        long id,
        String matterNo,
        String communityCode,
        String kind,
        String title,
        String body,
        Instant postedAt,
        Instant postedUntil,
        Instant takenDownAt,
        boolean unattended) {

    /** Whether it hangs at this moment. */
    public boolean isPosted(Instant now) {
        return takenDownAt == null && now.isBefore(postedUntil);
    }
}
