package org.qibu.voting.ballots;

import java.time.Instant;

/**
 * A ballot as it was entered; it never changes.
 *
 * @param duplicate whether its holder had voted before: kept, shown to the scrutineer and not counted
 */
public record Ballot(
        long id,
        String holderNo,
        String place,
        Choice choice,
        Instant receivedAt,
        String proxyDoc,
        boolean duplicate,
        String enteredBy,
        Instant enteredAt) {}
