package org.qibu.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockMoveTest {

    private static final Instant NOW = Instant.parse("2026-11-30T16:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "P3D, 2026-12-03T16:30:00Z",
        "PT2H, 2026-11-30T18:30:00Z",
        "P1M, 2026-12-31T16:30:00Z",
        "P2W, 2026-12-14T16:30:00Z",
        "P1DT12H, 2026-12-02T04:30:00Z",
        "PT0S, 2026-11-30T16:30:00Z"
    })
    void advancesByPeriodsAndDurationsOfTheChineseCalendar(String advance, Instant target) {
        assertThat(new ClockMove(advance, null).target(NOW)).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T09:00:00+08:00, 2026-12-01T01:00:00Z",
        "2026-12-01T09:00:00Z, 2026-12-01T09:00:00Z",
        "2026-12-01T09:00, 2026-12-01T01:00:00Z"
    })
    void goesToAMoment(String moment, Instant target) {
        assertThat(new ClockMove(null, moment).target(NOW)).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-P3D", "P-3D", "PT-1S", "P1DT-25H"})
    void neverGoesBackwardsByAPeriod(String advance) {
        refuses(new ClockMove(advance, null), "不能往回拨");
    }

    @Test
    void neverGoesBackwardsToAMoment() {
        refuses(new ClockMove(null, "2026-11-30T16:29:59Z"), "不能往回拨");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P", "PT", "3 days", "P3X", "P99999999999D", "PT1H2", "T1H"})
    void refusesWhatIsNoPeriod(String advance) {
        refuses(new ClockMove(advance, null), "看不懂");
    }

    @Test
    void refusesBothNeitherAndTooFar() {
        refuses(new ClockMove(null, null), "其中一项");
        refuses(new ClockMove("P1D", "2026-12-01T09:00:00+08:00"), "其中一项");
        refuses(new ClockMove("P11Y", null), "十年");
        refuses(new ClockMove(null, "明天"), "看不懂");
    }

    private static void refuses(ClockMove move, String because) {
        assertThatExceptionOfType(ClockRefused.class)
                .isThrownBy(() -> move.target(NOW))
                .satisfies(refused -> {
                    assertThat(refused.getStatusCode().value()).isEqualTo(400);
                    assertThat(refused.getReason()).contains(because);
                });
    }
}
