package org.qibu.deadlines.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibu.calendar.Calendars;
import org.qibu.calendar.WorkingCalendar;
import org.qibu.matter.Urgency;

/** When each rung of the shipped ladder falls due, and what holds for every deadline and calendar. */
class LadderTest {

    private static final WorkingCalendar AUTUMN = new WorkingCalendar(autumn2026());
    private static final Ladder LADDER = shipped();

    @ParameterizedTest(name = "{1} of a task due {0}, {2} → {3}")
    @CsvSource({
        // Friday 13 November, a plain month
        "2026-11-13T18:00, REMIND_DUE, NORMAL, 2026-11-12T09:00",
        "2026-11-13T18:00, OVERDUE_L1, NORMAL, 2026-11-13T18:00",
        "2026-11-13T18:00, OVERDUE_L2, NORMAL, 2026-11-18T09:00",
        "2026-11-13T18:00, OVERDUE_L3, NORMAL, 2026-11-24T09:00",
        "2026-11-13T18:00, OVERDUE_L4, NORMAL, 2026-12-04T09:00",
        // over the holidays, with a make-up Saturday
        "2026-09-30T18:00, OVERDUE_L2, URGENT, 2026-10-10T09:00",
        "2026-10-08T18:00, REMIND_DUE, PLANNED, 2026-09-30T09:00",
        // a moment on a rest day
        "2026-11-14T12:00, OVERDUE_L1, NORMAL, 2026-11-16T09:00",
        "2026-11-14T12:00, OVERDUE_L2, NORMAL, 2026-11-19T09:00",
        // days of the calendar in an emergency
        "2026-11-13T10:30, OVERDUE_L1, EMERGENCY, 2026-11-13T10:30",
        "2026-11-13T03:06, OVERDUE_L1, EMERGENCY, 2026-11-13T03:06",
        "2026-11-13T10:30, OVERDUE_L2, EMERGENCY, 2026-11-14T09:00",
        "2026-11-13T10:30, OVERDUE_L3, EMERGENCY, 2026-11-16T09:00",
        "2026-11-13T10:30, OVERDUE_L4, EMERGENCY, 2026-11-20T09:00"
    })
    void eachRungFallsDueInItsHour(LocalDateTime due, EscalationLevel level, Urgency urgency, LocalDateTime moment) {
        var rung = LADDER.rungs().get(urgency).stream()
                .filter(each -> each.level() == level)
                .findFirst()
                .orElseThrow();

        assertThat(rung.moment(at(due), urgency, AUTUMN)).isEqualTo(at(moment));
    }

    @Test
    void theShippedLadderIsThatOfTheRules() {
        assertThat(LADDER.rungs().get(Urgency.NORMAL))
                .extracting(Rung::level, Rung::day)
                .containsExactly(
                        tuple(EscalationLevel.REMIND_DUE, -1),
                        tuple(EscalationLevel.OVERDUE_L1, 0),
                        tuple(EscalationLevel.OVERDUE_L2, 3),
                        tuple(EscalationLevel.OVERDUE_L3, 7),
                        tuple(EscalationLevel.OVERDUE_L4, 15));
        assertThat(LADDER.rungs().get(Urgency.EMERGENCY))
                .extracting(Rung::level, Rung::day)
                .containsExactly(
                        tuple(EscalationLevel.OVERDUE_L1, 0),
                        tuple(EscalationLevel.OVERDUE_L2, 1),
                        tuple(EscalationLevel.OVERDUE_L3, 3),
                        tuple(EscalationLevel.OVERDUE_L4, 7));
        var last = LADDER.rungs().get(Urgency.PLANNED).get(4);
        assertThat(last.to()).containsExactly("街道第一责任人");
        assertThat(last.copy()).containsExactly("民政局");
        assertThat(last.effects()).containsExactlyInAnyOrder(Effect.INSPECTION, Effect.SUMMONS);
    }

    @Test
    void aReminderIsLeftOutWhenTheTaskCameAfterItsMoment() {
        var due = at(LocalDateTime.parse("2026-11-13T18:00"));
        var standing = LADDER.standing(
                due,
                at(LocalDateTime.parse("2026-11-12T10:00")),
                Urgency.NORMAL,
                AUTUMN,
                at(LocalDateTime.parse("2026-11-12T10:01")));

        assertThat(standing.due()).isEmpty();
        assertThat(standing.next()).isEqualTo(due);
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs()
                .between(0, ChronoUnit.MINUTES.between(at("2026-01-01T00:00"), at("2028-12-31T00:00")))
                .map(minutes -> at("2026-01-01T00:00").plus(minutes, ChronoUnit.MINUTES));
    }

    @Provide
    Arbitrary<WorkingCalendar> calendars() {
        return Arbitraries.maps(
                        Arbitraries.integers()
                                .between(0, 1100)
                                .map(day -> LocalDate.of(2026, 1, 1).plusDays(day)),
                        Arbitraries.of(true, false))
                .ofMaxSize(60)
                .map(WorkingCalendar::new);
    }

    @Property
    void rungsRiseInTimeAndNobodyIsLateBeforeTheDueMoment(
            @ForAll("moments") Instant due, @ForAll Urgency urgency, @ForAll("calendars") WorkingCalendar calendar) {
        var before = Instant.MIN;
        for (var rung : LADDER.rungs().get(urgency)) {
            var moment = rung.moment(due, urgency, calendar);
            assertThat(moment).isAfterOrEqualTo(before);
            assertThat(moment.isBefore(due)).isEqualTo(rung.day() < 0);
            if (!moment.equals(due)) {
                var here = moment.atZone(Calendars.CHINA);
                assertThat(here.getHour() * 60 + here.getMinute()).isEqualTo(9 * 60);
                assertThat(urgency.countsRestDays() || calendar.isWorkingDay(here.toLocalDate()))
                        .isTrue();
            }
            before = moment;
        }
    }

    /** However often and irregularly it is looked at, every rung is stood on or skipped once, and the last is stood on. */
    @Property
    void whoeverLooksWheneverEachRungCountsOnce(
            @ForAll("moments") Instant due,
            @ForAll Urgency urgency,
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll List<@IntRange(min = -5000, max = 60000) Integer> looks) {
        var created = due.minus(30, ChronoUnit.DAYS);
        var stoodOn = new HashSet<EscalationLevel>();
        for (var minutes : new TreeSet<>(looks)) {
            var now = due.plus(minutes, ChronoUnit.MINUTES);
            var standing = LADDER.standing(due, created, urgency, calendar, now);
            var fresh = standing.due().stream()
                    .filter(rung -> !stoodOn.contains(rung.level()))
                    .toList();
            fresh.forEach(rung -> assertThat(stoodOn.add(rung.level())).isTrue());
            assertThat(stoodOn).hasSize(standing.due().size());
            assertThat(standing.next() == null || standing.next().isAfter(now)).isTrue();
            assertThat(standing.next() == null)
                    .isEqualTo(
                            standing.due().size() == LADDER.rungs().get(urgency).size());
        }
    }

    private static Ladder shipped() {
        DmnEngine engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (var table = new FileInputStream("bpmn/shared/escalation-ladder.dmn")) {
            DmnDecision decision = engine.parseDecision("escalation-ladder", table);
            return Ladder.read(facts -> engine.evaluateDecisionTable(decision, facts)
                    .getSingleResult()
                    .getEntryMap());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant at(String moment) {
        return at(LocalDateTime.parse(moment));
    }

    private static Instant at(LocalDateTime moment) {
        return moment.atZone(Calendars.CHINA).toInstant();
    }

    private static Map<LocalDate, Boolean> autumn2026() {
        var days = new HashMap<LocalDate, Boolean>();
        LocalDate.of(2026, 9, 25).datesUntil(LocalDate.of(2026, 9, 28)).forEach(day -> days.put(day, false));
        LocalDate.of(2026, 10, 1).datesUntil(LocalDate.of(2026, 10, 8)).forEach(day -> days.put(day, false));
        days.put(LocalDate.of(2026, 9, 20), true);
        days.put(LocalDate.of(2026, 10, 10), true);
        return days;
    }
}
