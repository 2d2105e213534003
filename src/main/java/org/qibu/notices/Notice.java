package org.qibu.notices;

import java.time.Instant;

/** One posting: its text is masked before it is kept, so that nothing personal can leave with it. */
public record Notice(
        long id,
        String matterNo,
        String communityCode,
        String kind,
        String title,
        String body,
        Instant postedAt,
        Instant postedUntil,
        Instant takenDownAt) {

    /** Whether it hangs at this moment. */
    public boolean isPosted(Instant now) {
        return takenDownAt == null && now.isBefore(postedUntil);
    }
}
