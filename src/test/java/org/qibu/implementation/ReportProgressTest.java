package org.qibu.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibu.calendar.period.Period;
import org.qibu.calendar.period.PeriodTable;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.qibu.matter.action.PlannedAction;
import org.qibu.matter.action.PlannedActions;
import org.qibu.matter.pass.PassLimits;
import org.qibu.voting.rules.Share;
import org.qibu.voting.rules.Shares;

class ReportProgressTest {

    private static final String NUMBER = "HZ-AS-2026-0001";
    private static final LocalDate DUE = LocalDate.of(2026, 12, 1);

    private final PlannedActions actions = mock(PlannedActions.class);
    private final Shares shares = mock(Shares.class);
    private final PeriodTable periods = mock(PeriodTable.class);
    private final ReportProgress handler = new ReportProgress(
            periods, mock(Matters.class), actions, shares, mock(PassLimits.class), mock(Timeline.class));
    private final FormCase form = new FormCase(
            NUMBER,
            "HZ-AS",
            "progress",
            "t",
            "task_progress",
            "implementation",
            "property",
            Instant.parse("2026-11-23T02:00:00Z"),
            Map.of("actionNo", 2));

    private static PlannedAction action(int delays, String cost) {
        return new PlannedAction(
                NUMBER,
                1,
                1,
                2,
                "装照明",
                "property",
                null,
                DUE,
                new BigDecimal("1000.00"),
                null,
                false,
                0,
                "OPEN",
                cost == null ? null : new BigDecimal(cost),
                delays,
                delays,
                null,
                null);
    }

    @BeforeEach
    void anOpenAction() {
        when(periods.amount(Period.SHORT_DELAY)).thenReturn(15);
        when(shares.of("COST_OVERRUN")).thenReturn(new Share(110, 100, true));
        planned(action(0, null));
    }

    private void planned(PlannedAction action) {
        when(actions.get(NUMBER, 2)).thenReturn(action);
        when(actions.current(NUMBER)).thenReturn(List.of(action));
    }

    private Map<String, Object> submit(Map<String, Object> values) {
        return handler.submit(form, new FormValues(values));
    }

    @Test
    void isOverWhenDone() {
        assertThat(submit(Map.of("progress", 100L, "doneText", "装好了"))).containsExactly(Map.entry("delay", "NONE"));
        verify(actions).report(NUMBER, 2, 100, Optional.empty(), "DONE");
    }

    @Test
    void asksTheTwoCommitteesForAFirstShortDelayAndTheSubdistrictForMore() {
        assertThat(delayTo(DUE.plusDays(15))).containsEntry("delay", "SHORT");
        assertThat(delayTo(DUE.plusDays(16))).containsEntry("delay", "LONG");

        planned(action(1, null));
        assertThat(delayTo(DUE.plusDays(1))).containsEntry("delay", "LONG");
    }

    private Map<String, Object> delayTo(LocalDate day) {
        return submit(Map.of("progress", 40L, "newDue", day.toString(), "reason", "材料未到"));
    }

    @Test
    void stopsThePlanWhenImpossible() {
        assertThat(submit(Map.of("progress", 0L, "impossible", true, "reason", "管线冲突")))
                .containsEntry("implementationResult", "IMPOSSIBLE")
                .containsEntry("delay", "NONE");
    }

    @Test
    void stopsThePlanOnlyAboveTenPercentMoreThanPlanned() {
        planned(action(0, "1100.00"));
        assertThat(submit(Map.of("progress", 100L, "doneText", "装好了"))).doesNotContainKey("implementationResult");

        planned(action(0, "1100.01"));
        assertThat(submit(Map.of("progress", 100L, "doneText", "装好了")))
                .containsEntry("implementationResult", "COST_OVERRUN");
    }

    @Test
    void refusesWhatIsNeitherDoneNorExplained() {
        assertRefused(Map.of("progress", 60L), "progress");
        assertRefused(Map.of("progress", 100L), "doneText");
        assertRefused(Map.of("progress", 40L, "newDue", DUE.plusDays(3).toString()), "reason");
        assertRefused(Map.of("progress", 40L, "newDue", "2026-11-23", "reason", "材料未到"), "newDue");
        assertRefused(Map.of("progress", 40L, "newDue", DUE.toString(), "reason", "材料未到"), "newDue");
        assertRefused(Map.of("impossible", true, "newDue", DUE.plusDays(3).toString(), "reason", "管线冲突"), "impossible");
    }

    private void assertRefused(Map<String, Object> values, String field) {
        assertThatThrownBy(() -> submit(values))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(FormRefused.Fault::key)
                                .contains(field));
    }
}
