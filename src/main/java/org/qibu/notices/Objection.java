package org.qibu.notices;

import java.time.Instant;

/**
 * What somebody has against a notice, and the answer. The objector's name is for staff only.
 *
 * @param upheld null where it was not judged, because it is open or another one was upheld
 */
public record Objection(
        long id,
        long noticeId,
        String objector,
        String content,
        Instant raisedAt,
        Boolean upheld,
        String answer,
        Instant answeredAt) {

    /** Whether somebody still has to answer it. */
    public boolean isOpen() {
        return answeredAt == null;
    }
}
