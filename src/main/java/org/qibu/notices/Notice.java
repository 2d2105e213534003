package org.qibu.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qibu.notices.board.Posting;

/**
 * One posting as it is kept; everybody reads it as a {@link Posting}, masked with the names that are known by then.
 *
 * @param unattended whether no model waits for its end, so that it tells and takes no objections
 * @param endedAt when its term was over, even where it hangs on; null until that was noted
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
        @Nullable Instant takenDownAt,
        boolean unattended,
        @Nullable Instant endedAt) {

    /** Whether it hangs at this moment. */
    public boolean isPosted(Instant now) {
        return takenDownAt == null && endedAt == null && now.isBefore(postedUntil);
    }
}
