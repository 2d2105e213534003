package org.qibu.matter.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.qibu.RoomsDatabase;
import org.qibu.matter.Matters;
import org.qibu.transaction.ReadTogether;

class PlannedActionsTest {

    private static final String NUMBER = "HZ-AS-2026-9010";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate DUE = LocalDate.of(2026, 12, 1);

    private static NewAction action(int no) {
        return new NewAction(no, "浇筑地坪", "property", null, DUE, new BigDecimal("6000.50"), null, false);
    }

    @Test
    void followsTheLatestPlanAndKeepsTheOneBefore() {
        var database = RoomsDatabase.withMatter(NUMBER);
        var matter = new Matters(database, CLOCK, new ReadTogether(database)).get(NUMBER);
        var actions = new PlannedActions(database, CLOCK);

        actions.plan(matter, List.of(action(1), action(2)));
        actions.report(NUMBER, 1, 100, Optional.of(new BigDecimal("5800")), "DONE");
        actions.askDelay(NUMBER, 2, DUE.plusDays(9));
        actions.grantDelay(NUMBER, 2, DUE.plusDays(7));
        assertThat(actions.get(NUMBER, 1).isOpen()).isFalse();
        assertThat(actions.get(NUMBER, 1).doneAt()).isEqualTo(CLOCK.instant());
        assertThat(actions.get(NUMBER, 2)).satisfies(second -> {
            assertThat(second.dueOn()).isEqualTo(DUE.plusDays(7));
            assertThat(second.delays()).isEqualTo(1);
            assertThat(second.askedDue()).isNull();
        });

        actions.plan(matter, List.of(action(1)));
        assertThat(actions.current(NUMBER)).singleElement().satisfies(again -> {
            assertThat(again.isOpen()).isTrue();
            assertThat(again.planNo()).isEqualTo(2);
        });
        assertThat(actions.all(NUMBER)).hasSize(3);
    }
}
