package org.qibu.notices;

import java.time.Instant;
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
        Instant takenDownAt) {

    static Posting of(Notice notice, Masker masker) {
        return new Posting(
                notice.id(),
                notice.matterNo(),
                notice.communityCode(),
                notice.kind(),
                masker.mask(notice.title()),
                masker.mask(notice.body()),
                notice.postedAt(),
                notice.postedUntil(),
                notice.takenDownAt());
    }
}
