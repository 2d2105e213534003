package org.qibu.voting.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.qibu.voting.Count;
import org.qibu.voting.Measure;
import org.qibu.voting.Verdict;

/**
 * By which numbers a body decides.
 *
 * @param passOfTotal whether agreement is measured against everybody entitled instead of those taking part
 * @param dual whether area and heads both count, each for itself
 * @param shortfall the verdict when too few take part
 * @param confirmed false while a person still has to compare the numbers with the text of the law
 * @param validFrom the first day it holds
 * @param validTo the last day it holds, null while no end is set
 */
public record BodyRule(
        String id,
        String name,
        Share quorum,
        Share pass,
        boolean passOfTotal,
        boolean dual,
        Verdict shortfall,
        String source,
        boolean confirmed,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    private static final LocalDate ALWAYS = LocalDate.of(1949, 10, 1);

    /** A rule that has always held and has no end. */
    public BodyRule(
            String id,
            String name,
            Share quorum,
            Share pass,
            boolean passOfTotal,
            boolean dual,
            Verdict shortfall,
            String source,
            boolean confirmed) {
        this(id, name, quorum, pass, passOfTotal, dual, shortfall, source, confirmed, ALWAYS, null);
    }

    /** Judges a count: register, consistency, participation, threshold, in this order. */
    public Verdict judge(Count count) {
        if (count.total().heads() == 0 || dual && count.total().area() == 0) {
            return Verdict.ERROR_NO_REGISTER;
        }
        if (!count.isConsistent()) {
            return Verdict.ERROR_INCONSISTENT;
        }
        if (!isReached(quorum, count.taking(), count.total())) {
            return shortfall;
        }
        var base = passOfTotal ? count.total() : count.taking();
        return isReached(pass, count.agreeing(), base) ? Verdict.PASSED : Verdict.NOT_PASSED;
    }

    private boolean isReached(Share limit, Measure part, Measure whole) {
        return limit.isReachedBy(part.heads(), whole.heads())
                && (!dual || limit.isReachedBy(part.area(), whole.area()));
    }
}
