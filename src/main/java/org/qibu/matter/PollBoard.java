package org.qibu.matter;

import java.time.Instant;
import java.util.List;
import org.qibu.privacy.MaskedText;

/** Returns the polls of a matter for its pages; implemented by the room of decisions. */
public interface PollBoard {

    /** One poll as everybody may see it; without {@code result} and {@code lines} until it was certified. */
    record Poll(
            String pollId,
            String rule,
            String state,
            Instant opensAt,
            Instant closesAt,
            Object result,
            List<MaskedText> lines) {}

    /** The polls of a matter, oldest first. */
    List<Poll> of(String matterNo);
}
