package org.qibu.voting.rules;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A rule as it holds from one day to another.
 *
 * @param body null where it is a limit by itself
 * @param limit what is reached or exceeded: the agreement of a body, or the limit by itself
 * @param validTo the last day, null while no end is set
 * @param changedBy null where it came with the product
 */
record RuleVersion(
        RuleKind kind,
        String id,
        BodyRule body,
        Share limit,
        String source,
        boolean confirmed,
        LocalDate validFrom,
        LocalDate validTo,
        String changedBy,
        Instant changedAt,
        String confirmedBy,
        Instant confirmedAt) {

    boolean holdsOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || !validTo.isBefore(day));
    }
}
