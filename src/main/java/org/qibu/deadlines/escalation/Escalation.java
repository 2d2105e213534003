package org.qibu.deadlines.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibu.deadlines.ladder.Effect;
import org.qibu.deadlines.ladder.Rung;
import org.qibu.deadlines.time.LateTask;

/**
 * How a task climbs.
 *
 * @param reached the rung it stands on now; null where it stays where it is
 * @param skipped rungs below that it never stood on
 * @param effects what those and the one it reached bring about
 * @param next when the next rung falls due; null after the last
 */
record Escalation(
        LateTask task,
        @Nullable Rung reached,
        List<Rung> skipped,
        Set<Effect> effects,
        @Nullable Instant next) {

    /** The level it reached; only asked of one that climbed. */
    Rung climbedTo() {
        return Objects.requireNonNull(reached, "it did not climb");
    }
}
