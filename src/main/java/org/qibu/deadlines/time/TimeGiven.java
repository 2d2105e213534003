package org.qibu.deadlines.time;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qibu.matter.Urgency;

/**
 * The time a task was given and why.
 *
 * @param allowance null where a model gave the moment itself
 */
public record TimeGiven(
        Urgency urgency, Instant countedFrom, @Nullable Allowance allowance, Instant due) {}
