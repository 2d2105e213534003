package org.qibu.notices.channels;

import java.time.Instant;
import java.util.UUID;

/**
 * One place where a notice hangs, hung or will hang.
 *
 * @param no counts the places of a notice from 1
 * @param place in words, empty where the channel says enough
 * @param postedAt null while it is only planned
 * @param postedBy an account; null where the system did it
 * @param photo a file of the matter; null while there is none
 */
public record Hanging(
        long noticeId,
        int no,
        Channel channel,
        String place,
        Instant postedAt,
        String postedBy,
        Instant takenDownAt,
        String takenDownBy,
        UUID photo) {

    /** Whether it was announced but nobody has said yet that it was posted. */
    public boolean isPlanned() {
        return postedAt == null;
    }

    /** Whether it hangs there. */
    public boolean isUp() {
        return postedAt != null && takenDownAt == null;
    }
}
