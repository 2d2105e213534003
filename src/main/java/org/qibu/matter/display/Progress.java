package org.qibu.matter.display;

import java.util.List;
import java.util.Locale;
import org.qibu.matter.Matter;
import org.qibu.matter.Outcome;
import org.qibu.matter.Step;

/** How far a matter has come on its seven steps, as the line of steps on its pages shows it. */
public record Progress(Step step, State state) {

    /** What a step is to a matter. */
    public enum State {
        DONE,
        CURRENT,
        LAST,
        AHEAD,
        SKIPPED;

        /** The key of its message and its style. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The seven steps of a matter, in order. */
    public static List<Progress> of(Matter matter) {
        return Step.seven().stream()
                .map(step -> new Progress(step, state(step, matter)))
                .toList();
    }

    private static State state(Step step, Matter matter) {
        var isLeftOut = matter.isInstant() && (step == Step.S2 || step == Step.S4);
        if (isLeftOut && step != matter.step()) {
            return State.SKIPPED;
        }
        if (matter.step() == Step.UNKNOWN) {
            return State.AHEAD;
        }
        var order = step.compareTo(matter.step());
        if (order == 0) {
            return !matter.isClosed() ? State.CURRENT : matter.outcome() == Outcome.CLOSED ? State.DONE : State.LAST;
        }
        return order < 0 ? State.DONE : matter.isClosed() ? State.SKIPPED : State.AHEAD;
    }
}
