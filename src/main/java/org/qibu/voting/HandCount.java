package org.qibu.voting;

import java.time.Instant;

/** Hands counted in a meeting, and what became of the count. */
public record HandCount(
        long id,
        long present,
        long agree,
        long against,
        long abstain,
        long invalid,
        String enteredBy,
        Instant enteredAt,
        Boolean certified,
        String certifiedBy,
        String result) {

    /** All hands that were counted. */
    public long hands() {
        return agree + against + abstain + invalid;
    }

    /** The count against everybody entitled. */
    public Count against(Measure total) {
        return new Count(total, Measure.heads(present), Measure.heads(agree));
    }
}
