package org.qibu.matter.proposer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibu.calendar.period.PeriodLength;
import org.qibu.calendar.period.PeriodUnit;
import org.qibu.engine.FormValues;
import org.qibu.engine.tasks.WaitingEvents;
import org.qibu.matter.Matter;
import org.qibu.matter.MatterStatus;
import org.qibu.matter.Outcome;
import org.qibu.matter.Step;
import org.qibu.matter.Timeline;
import org.qibu.matter.form.Records;

class OpenActsTest {

    private static final String NO = "HZ-AS-2026-0001";
    private static final Instant ENDED = Instant.parse("2026-03-02T10:00:00Z");

    private final WaitingEvents waitingEvents = mock(WaitingEvents.class);
    private final Records records = mock(Records.class);
    private final Timeline timeline = mock(Timeline.class);

    @BeforeEach
    void aMatterWithNothingOnFile() {
        when(records.of(NO)).thenReturn(List.of());
        when(records.latest(any(), any(String.class))).thenReturn(Optional.empty());
        when(timeline.of(any(), any())).thenReturn(List.of());
    }

    @Test
    void aRefusalIsContestedUntilItsDayIsOverEvenWhereTheTimerIsLate() {
        var until = Instant.parse("2026-03-17T10:00:00Z");
        when(waitingEvents.isFor(OpenActs.RECHECK, NO)).thenReturn(true);
        when(waitingEvents.until("timer_recheckOver", NO)).thenReturn(Optional.of(until));
        assertThat(at(until).objection(matter(Step.S1, MatterStatus.REFUSED, null), Act.RECHECK))
                .isEmpty();
        assertThat(at(until.plusSeconds(1)).objection(matter(Step.S1, MatterStatus.REFUSED, null), Act.RECHECK))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("申请复核的期限已过"));
    }

    @Test
    void whatLapsedIsTakenUpAgainUntilTheEndOfTheThirtiethDayInChina() {
        var lapsed = matter(Step.S1, MatterStatus.CLOSED, Outcome.WITHDRAWN);
        var lastMoment = Instant.parse("2026-04-01T15:59:59Z");
        assertThat(at(lastMoment).of(lapsed)).containsExactly(Act.REVIVE);
        assertThat(at(lastMoment.plusSeconds(1)).of(lapsed)).isEmpty();
    }

    @Test
    void whatTheProposerWithdrewIsNotTakenUpAgain() {
        when(records.latest(NO, "request-withdraw")).thenReturn(Optional.of(record("request-withdraw", 1, Map.of())));
        assertThat(at(ENDED).of(matter(Step.S1, MatterStatus.CLOSED, Outcome.WITHDRAWN)))
                .isEmpty();
    }

    @Test
    void aCertifiedOrConfirmedDecisionOfThisCycleAndAnyWorkBeforeEndTheRightToWithdraw() {
        when(waitingEvents.isFor(OpenActs.WITHDRAWN, NO)).thenReturn(true);
        var open = at(ENDED);
        var deciding = matter(Step.S4, MatterStatus.OPEN, null);
        assertThat(open.of(deciding)).containsExactly(Act.WITHDRAW);
        assertThat(open.of(matter(Step.S5, MatterStatus.OPEN, null))).isEmpty();
        when(records.of(NO)).thenReturn(List.of(record("certify-count", 1, Map.of("certified", false))));
        assertThat(open.of(deciding)).containsExactly(Act.WITHDRAW);
        when(records.of(NO)).thenReturn(List.of(record("certify-count", 1, Map.of("certified", true))));
        assertThat(open.of(deciding)).isEmpty();
        when(records.of(NO)).thenReturn(List.of(record("certify-count", 0, Map.of("certified", true))));
        assertThat(open.of(deciding)).as("after the cycle before").containsExactly(Act.WITHDRAW);
        when(records.of(NO)).thenReturn(List.of(record("confirm-consensus", 1, Map.of("adopted", true))));
        assertThat(open.of(deciding)).isEmpty();
        when(records.of(NO)).thenReturn(List.of());
        when(timeline.of(any(), any()))
                .thenReturn(List.of(new Timeline.Entry(1, ENDED, null, Step.S5, "entered", "", true)));
        assertThat(open.of(matter(Step.S3, MatterStatus.OPEN, null)))
                .as("back from the work")
                .isEmpty();
    }

    private OpenActs at(Instant now) {
        var periods = mock(ProposerPeriods.class);
        when(periods.recheck(NO)).thenReturn(new PeriodLength(15, PeriodUnit.DAYS));
        when(periods.revival()).thenReturn(new PeriodLength(30, PeriodUnit.DAYS));
        return new OpenActs(
                periods, waitingEvents, records, timeline, Clock.fixed(now, ZoneOffset.UTC), mock(RevivalSweep.class));
    }

    private static Records.Record record(String form, int cycle, Map<String, Object> values) {
        return new Records.Record(
                1,
                form,
                "task",
                Step.S4,
                cycle,
                1,
                ENDED.minus(Duration.ofDays(1)),
                "teller",
                null,
                new FormValues(values),
                List.of());
    }

    private static Matter matter(Step step, MatterStatus status, Outcome outcome) {
        var matter = mock(Matter.class);
        when(matter.matterNo()).thenReturn(NO);
        when(matter.step()).thenReturn(step);
        when(matter.status()).thenReturn(status);
        when(matter.outcome()).thenReturn(outcome);
        when(matter.isClosed()).thenReturn(outcome != null);
        when(matter.closedAt()).thenReturn(outcome == null ? null : ENDED);
        when(matter.cycle()).thenReturn(1);
        return matter;
    }
}
