package org.qibu.voting.rules;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it holds from one day to another.
 *
 * @param body null where it is a limit by itself
 * @param limit what is reached or exceeded: the agreement of a body, or the limit by itself
 * @param validTo the last day, null while no end is set
 * @param changedBy null where it came with the product, as is changedAt
 * @param confirmedBy null while nobody has compared it with the law, as is confirmedAt
 */
record RuleVersion(
        RuleKind kind,
        String id,
        @Nullable BodyRule body,
        Share limit,
        String source,
        boolean confirmed,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String changedBy,
        @Nullable Instant changedAt,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt) {

    boolean holdsOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || !validTo.isBefore(day));
    }
}
