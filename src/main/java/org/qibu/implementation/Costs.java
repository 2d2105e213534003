package org.qibu.implementation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.qibu.matter.action.PlannedAction;
import org.qibu.voting.rules.Share;

/** What a plan was to cost and what it cost so far, in fen. */
final class Costs {

    private final List<PlannedAction> actions;

    Costs(List<PlannedAction> actions) {
        this.actions = actions;
    }

    /** Whether more was spent than the limit allows of the budget; a plan without budget has no limit. */
    boolean isOver(Share limit) {
        return limit.isReachedBy(fen(PlannedAction::actualCost), fen(PlannedAction::budget));
    }

    private long fen(Function<PlannedAction, BigDecimal> amount) {
        return actions.stream()
                .map(amount)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .movePointRight(2)
                .setScale(0, RoundingMode.UNNECESSARY)
                .longValueExact();
    }
}
