package org.qibu.notices.objections;

import java.time.Duration;
import org.qibu.limits.Bound;
import org.qibu.limits.Sender;
import org.qibu.limits.SenderLimits;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Limits objections per sender and matter within an hour (setting {@code qibu.objections.per-hour}, 5 unless set); all
 * nodes count together. Neighbours behind one address are told apart where they can be, see {@link SenderLimits}, and
 * whoever objects to another matter is not kept out.
 */
@Component
public class ObjectionLimit {

    private static final String NAME = "objection";
    private static final Duration WINDOW = Duration.ofHours(1);

    private final Bound bound;
    private final SenderLimits limits;

    ObjectionLimit(@Value("${qibu.objections.per-hour:5}") int most, SenderLimits limits) {
        this.bound = new Bound(most, WINDOW);
        this.limits = limits;
    }

    /**
     * Counts one more.
     *
     * @throws NoObjection when it would be one too many
     */
    void take(Sender sender, String matterNo) {
        limits.count(NAME, sender, matterNo, bound).ifPresent(wait -> {
            throw NoObjection.tooOften();
        });
    }

    /** Takes the last one back: nothing was raised, such as where a field was wrong. */
    void takeBack(Sender sender, String matterNo) {
        limits.uncount(NAME, sender, matterNo);
    }
}
