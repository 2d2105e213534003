package org.qibu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParkedMattersTest {

    @Test
    void eightScriptsBeginWithAnIssueInOneCommunity() {
        assertThat(ParkedMatters.scripts()).hasSize(8).allSatisfy(script -> {
            assertThat(script.acts().get(0).task()).isEqualTo("start");
            assertThat(script.acts().get(0).values()).containsEntry("communityCode", "HZ-AS");
        });
    }

    @Test
    void everyActIsAFormOfAKnownAccountOrATimer() {
        var accounts = AccountEntry.all().stream().map(AccountEntry::name).toList();
        assertThat(ParkedMatters.scripts()).flatExtracting(Script::acts).allSatisfy(act -> {
            if (act.timer() == null) {
                assertThat(accounts).contains(act.by());
                assertThat(act.values()).isNotEmpty();
            } else {
                assertThat(act.timer()).startsWith("timer_");
            }
        });
    }

    @Test
    void aMemberCalledNoIsAWordAndNotARefusal() {
        var plan = ParkedMatters.scripts().stream()
                .flatMap(script -> script.acts().stream())
                .filter(act -> "task_plan".equals(act.task()))
                .findFirst()
                .orElseThrow();
        assertThat(plan.values().get("actions"))
                .asList()
                .first()
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("no", 1);
    }

    @Test
    void daysAreCountedFromTodayInChina() {
        var days = new RelativeDays(Clock.fixed(Instant.parse("2026-11-30T16:30:00Z"), ZoneOffset.UTC));
        var rows = List.of(Map.of("dueOn", "@today+60"));
        assertThat(days.in(Map.of("a", "@today", "b", "@today-1", "c", "@today+7T14:00", "d", "today", "rows", rows)))
                .containsEntry("a", "2026-12-01")
                .containsEntry("b", "2026-11-30")
                .containsEntry("c", "2026-12-08T14:00+08:00")
                .containsEntry("d", "today")
                .containsEntry("rows", List.of(Map.of("dueOn", "2027-01-30")));
    }
}
