package org.qibu.voting.polls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qibu.voting.Count;
import org.qibu.voting.Measure;
import org.qibu.voting.rules.BodyRule;

/**
 * One counting of a vote, by hands or by ballots, and what became of it.
 *
 * @param sheet which counting it was: 1, and one more for each recount
 * @param present who came, or whose valid ballot did
 * @param silent ballots delivered and not given back
 * @param duplicates second ballots that were put aside
 * @param ballotsSha256 checksum over all ballots of the sheet; null for hands
 * @param certified null until a scrutineer looked at it
 */
public record Tally(
        long id,
        int sheet,
        Measure present,
        Measure agree,
        Measure against,
        Measure abstain,
        Measure invalid,
        Measure silent,
        long duplicates,
        @Nullable String ballotsSha256,
        String enteredBy,
        @Nullable Instant enteredAt,
        @Nullable Boolean certified,
        @Nullable String certifiedBy,
        @Nullable Instant certifiedAt,
        String irregularities,
        @Nullable String result) {

    /** Hands counted in a meeting, as a teller enters them. */
    public static Tally ofHands(long present, long agree, long against, long abstain, long invalid, String teller) {
        return entered(
                Measure.heads(present),
                Measure.heads(agree),
                Measure.heads(against),
                Measure.heads(abstain),
                Measure.heads(invalid),
                Measure.NONE,
                0,
                null,
                teller);
    }

    public static Tally entered(
            Measure present,
            Measure agree,
            Measure against,
            Measure abstain,
            Measure invalid,
            Measure silent,
            long duplicates,
            @Nullable String ballotsSha256,
            String teller) {
        return new Tally(
                0,
                1,
                present,
                agree,
                against,
                abstain,
                invalid,
                silent,
                duplicates,
                ballotsSha256,
                teller,
                null,
                null,
                null,
                null,
                "",
                null);
    }

    /** All hands that went up. */
    public long hands() {
        return agree.heads() + against.heads() + abstain.heads() + invalid.heads();
    }

    /** Whether it says the same as another one, whoever made it. */
    public boolean agreesWith(Tally other) {
        return present.equals(other.present)
                && agree.equals(other.agree)
                && against.equals(other.against)
                && abstain.equals(other.abstain)
                && invalid.equals(other.invalid)
                && silent.equals(other.silent);
    }

    /** The three numbers that decide: who could, who took part, who agreed. */
    public Count count(Poll poll, BodyRule rule) {
        if (poll.isByHand()) {
            return new Count(poll.total(), present, agree);
        }
        var ballots = new Count.Ballots(agree, against, abstain, silent);
        return poll.countsSilence()
                ? Count.withSilent(poll.total(), ballots, rule.dual())
                : Count.of(poll.total(), ballots);
    }
}
