package org.qibu.access.login;

import java.io.Serializable;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How long a login has lasted and rested, whatever the machine's clock does meanwhile. The node that opened or saw it last
 * counts by its own running time, which no change of the clock moves; another node, or the same one after a start, goes by the
 * clock, and ends what the clock would have begin in the future.
 *
 * @param node the running node that wrote it
 * @param beganTicks when it began by the running time of that node, in nanoseconds
 * @param seenTicks when it was last seen, by the same
 * @param beganMillis when it began by the clock
 * @param seenMillis when it was last seen by the clock
 */
public record LoginLife(UUID node, long beganTicks, long seenTicks, long beganMillis, long seenMillis)
        implements Serializable {

    private static final Duration CLOCKS_OF_NODES_DIFFER = Duration.ofMinutes(1);

    /**
     * The two clocks of a node.
     *
     * @param node told apart from each other node and each earlier start
     * @param ticks nanoseconds that only ever grow, such as {@link System#nanoTime()}
     * @param millis the machine's clock
     */
    public record Time(UUID node, LongSupplier ticks, LongSupplier millis) {

        public static Time ofThisNode() {
            return new Time(UUID.randomUUID(), System::nanoTime, System::currentTimeMillis);
        }
    }

    public static LoginLife begin(Time time) {
        var ticks = time.ticks().getAsLong();
        var millis = time.millis().getAsLong();
        return new LoginLife(time.node(), ticks, ticks, millis, millis);
    }

    /** Whether it has lasted longer than it may, or rested longer, or cannot be measured any more. */
    public boolean isOver(Time time, Duration longest, Duration longestRest) {
        if (!isOf(time) && rest(time).compareTo(CLOCKS_OF_NODES_DIFFER.negated()) < 0) {
            return true;
        }
        return age(time).compareTo(longest) > 0 || rest(time).compareTo(longestRest) > 0;
    }

    /** How long ago it was last seen. */
    Duration rest(Time time) {
        return isOf(time)
                ? Duration.ofNanos(time.ticks().getAsLong() - seenTicks)
                : Duration.ofMillis(time.millis().getAsLong() - seenMillis);
    }

    private Duration age(Time time) {
        return isOf(time)
                ? Duration.ofNanos(time.ticks().getAsLong() - beganTicks)
                : Duration.ofMillis(time.millis().getAsLong() - beganMillis);
    }

    private boolean isOf(Time time) {
        return node.equals(time.node());
    }

    /** The same life, seen now by this node: its beginning is put where its age says, on both clocks. */
    public LoginLife seen(Time time) {
        var age = age(time);
        var ticks = time.ticks().getAsLong();
        var millis = time.millis().getAsLong();
        return new LoginLife(time.node(), ticks - age.toNanos(), ticks, millis - age.toMillis(), millis);
    }

    /** Whether it is worth writing down that it was seen: not more often than once a minute. */
    public boolean isWorthNoting(Time time) {
        return !isOf(time) || TimeUnit.NANOSECONDS.toMinutes(time.ticks().getAsLong() - seenTicks) >= 1;
    }
}
