package org.qibu.calendar.period;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a period is counted in. */
public enum PeriodUnit {
    DAYS("天"),
    WORKING_DAYS("工作日");

    private final String word;

    PeriodUnit(String word) {
        this.word = word;
    }

    /** The unit a cell of the table means; empty where it means none. */
    static Optional<PeriodUnit> of(@Nullable Object cell) {
        return Stream.of(values()).filter(each -> each.word.equals(cell)).findFirst();
    }
}
