package org.qibu.voting.polls;

import java.time.Instant;
import java.time.LocalDate;
import org.qibu.voting.Measure;
import org.qibu.voting.Verdict;

/**
 * One question put to one electorate.
 *
 * @param ruleDay the first day of the version of the rule that holds, however the rules change while the vote runs
 * @param method HAND, PAPER, MIXED or WRITTEN_CONSULT
 * @param totalArea hundredths of a square metre
 * @param extended how often its time was extended
 * @param sheet which counting it is in
 * @param entryClosed whether the tellers have handed in all ballots of this counting
 * @param rollSha256 checksum of the roll as it stood at opening; null before
 * @param result the verdict once a count was certified, or VOIDED
 * @param closedAt when its time was over; null until that was noted
 */
public record Poll(
        String matterNo,
        int no,
        int cycle,
        String ruleId,
        LocalDate ruleDay,
        String electorateId,
        String question,
        String method,
        LocalDate registerDate,
        Instant opensAt,
        Instant closesAt,
        Instant openedAt,
        String silentRule,
        String silentRuleBasis,
        long totalArea,
        long totalHeads,
        int extended,
        int sheet,
        boolean entryClosed,
        String rollSha256,
        String result,
        Instant closedAt) {

    /** The result of a vote that was annulled since no count could be certified. */
    static final String VOIDED = "VOIDED";

    /** How the poll is called outside. */
    public String pollId() {
        return matterNo + "-P" + no;
    }

    /** Everybody entitled. */
    public Measure total() {
        return new Measure(totalArea, totalHeads);
    }

    /** Whether hands are counted in a meeting, not ballots. */
    public boolean isByHand() {
        return "HAND".equals(method);
    }

    /** Whether ballots that were delivered and not given back count with the larger side. */
    public boolean countsSilence() {
        return "COUNT_WITH_MAJORITY".equals(silentRule);
    }

    /** Whether a certified count says that it passed. */
    public boolean isPassed() {
        return Verdict.PASSED.name().equals(result);
    }

    /** Whether it was annulled. */
    public boolean isVoided() {
        return VOIDED.equals(result);
    }

    /** Whether tellers may hand in ballots now. */
    public boolean takesBallots() {
        return !isByHand() && openedAt != null && !entryClosed;
    }

    /** This moment, or the end of the vote where it was reached already and the clock went back. */
    public Instant notBeforeItsEnd(Instant now) {
        return closedAt != null && !now.isAfter(closesAt) ? closesAt.plusMillis(1) : now;
    }

    /** PREPARED, OPEN, COUNTING, CERTIFIED or VOIDED. */
    public String state(Instant now) {
        if (isVoided()) {
            return VOIDED;
        }
        if (result != null) {
            return "CERTIFIED";
        }
        if (openedAt == null) {
            return "PREPARED";
        }
        return notBeforeItsEnd(now).isBefore(closesAt) ? "OPEN" : "COUNTING";
    }
}
