package org.qibu.engine.gate;

import java.util.Optional;
import org.camunda.bpm.engine.impl.util.ParseUtil;

/** Sane bounds for what a model says literally, read with the engine's own readers. */
final class Limits {

    /** A hundred years: what is kept for good is kept so long. */
    private static final int LONGEST_KEPT = 36_525;

    private Limits() {}

    /** What is wrong with a time-to-live, in words that follow its name. */
    static Optional<String> timeToLive(String text) {
        if (text.isBlank()) {
            return Optional.of("没有写，请写 P3650D 这样");
        }
        try {
            var days = ParseUtil.parseHistoryTimeToLive(text);
            var isSane = days != null && days >= 0 && days <= LONGEST_KEPT;
            return isSane ? Optional.empty() : Optional.of("“" + text + "”不合适，请写 P3650D 这样");
        } catch (RuntimeException e) {
            return Optional.of("“" + text + "”看不懂，请写 P3650D 这样");
        }
    }
}
