package org.qibu.notices.objections;

import java.time.Instant;

/**
 * What somebody has against a notice, and the answer. The objector's name is for staff only.
 *
 * @param no counts the objections of a matter from 1
 * @param upheld null where it was not judged, because it is open or another one was upheld
 */
public record Objection(
        long id,
        long noticeId,
        int no,
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

    /** Whether it was found right. */
    public boolean isUpheld() {
        return Boolean.TRUE.equals(upheld);
    }
}
