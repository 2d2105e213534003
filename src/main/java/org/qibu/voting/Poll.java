package org.qibu.voting;

import java.time.Instant;

/**
 * One question put to one electorate.
 *
 * @param extended how often its time was extended
 * @param result the verdict once a count was certified
 */
public record Poll(
        String matterNo,
        int no,
        int cycle,
        String ruleId,
        String electorateId,
        String question,
        String method,
        Instant opensAt,
        Instant closesAt,
        long totalArea,
        long totalHeads,
        int extended,
        String result) {

    /** How the poll is called outside. */
    public String pollId() {
        return matterNo + "-P" + no;
    }

    /** Everybody entitled. */
    public Measure total() {
        return new Measure(totalArea, totalHeads);
    }
}
