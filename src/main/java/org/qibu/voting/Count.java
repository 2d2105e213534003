package org.qibu.voting;

/** A vote in numbers: who could, who took part, who agreed. */
public record Count(Measure total, Measure taking, Measure agreeing) {

    /** Ballots that came back, and those that were delivered and did not. */
    public record Ballots(Measure agree, Measure against, Measure abstain, Measure silent) {}

    /** A vote by ballots; whoever did not answer took no part. */
    public static Count of(Measure total, Ballots ballots) {
        return new Count(total, returned(ballots), ballots.agree());
    }

    /**
     * A vote by ballots under rules of the owners that count silence with the larger side. The silent take part; they
     * agree only where agreement is the larger side by every measure.
     */
    public static Count withSilent(Measure total, Ballots ballots, boolean dual) {
        var taking = returned(ballots).plus(ballots.silent());
        var agreeing = ballots.agree().isLargerThan(ballots.against(), dual)
                ? ballots.agree().plus(ballots.silent())
                : ballots.agree();
        return new Count(total, taking, agreeing);
    }

    private static Measure returned(Ballots ballots) {
        return ballots.agree().plus(ballots.against()).plus(ballots.abstain());
    }

    /** Whether nobody is agreeing who did not take part, and nobody taking part who could not. */
    public boolean isConsistent() {
        return !total.isNegative()
                && !taking.isNegative()
                && !agreeing.isNegative()
                && !agreeing.exceeds(taking)
                && !taking.exceeds(total);
    }
}
