package org.qibu.notices.board;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qibu.notices.Notice;
import org.qibu.privacy.MaskedText;
import org.qibu.privacy.Masker;

/** A notice as everybody may read it. */
public record Posting(
        long id,
        String matterNo,
        String communityCode,
        String kind,
        MaskedText title,
        MaskedText body,
        Instant postedAt,
        Instant postedUntil,
        @Nullable Instant takenDownAt) {

    /** What hangs was masked, and seen where it had to be; whoever came onto the rolls since is hidden as well. */
    static Posting of(Notice notice, Masker masker) {
        return new Posting(
                notice.id(),
                notice.matterNo(),
                notice.communityCode(),
                notice.kind(),
                masker.seen().mask(notice.title()),
                masker.seen().mask(notice.body()),
                notice.postedAt(),
                notice.postedUntil(),
                notice.takenDownAt());
    }
}
