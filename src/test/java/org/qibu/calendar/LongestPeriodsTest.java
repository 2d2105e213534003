package org.qibu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Work has an end: a period counted day by day is at most ten years long, whoever asks for it and wherever the number came
 * from, and a longer one is refused before a day is counted.
 */
class LongestPeriodsTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 2);

    private final WorkingCalendar calendar = new WorkingCalendar(Map.of());
    private final List<IntFunction<LocalDate>> countings = List.of(
            days -> calendar.afterDays(START, days),
            days -> calendar.afterWorkingDays(START, days),
            days -> calendar.beforeWorkingDays(START, days));

    @ParameterizedTest
    @ValueSource(ints = {-1, 3_661, 60_000_000, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aPeriodBeyondTheBoundsIsRefused(int days) {
        countings.forEach(counting -> assertThatThrownBy(() -> counting.apply(days))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("期限要在 0 到 3660 天之间，现在是 " + days + "。"));
    }

    @Test
    void theShortestAndTheLongestAreCounted() {
        countings.forEach(counting -> {
            assertThat(counting.apply(0)).isBetween(START.minusDays(2), START.plusDays(2));
            assertThat(counting.apply(WorkingCalendar.LONGEST)).isNotEqualTo(START);
        });
    }
}
