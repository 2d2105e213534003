package org.qibu.deadlines.preview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qibu.calendar.Calendars;
import org.qibu.community.Offices;
import org.qibu.deadlines.escalation.DeadlineRows;
import org.qibu.deadlines.escalation.Recipients;
import org.qibu.deadlines.ladder.EscalationLevel;
import org.qibu.deadlines.ladder.Ladder;
import org.qibu.deadlines.ladder.LadderTable;
import org.qibu.deadlines.ladder.Rung;
import org.qibu.deadlines.time.Allowance;
import org.qibu.deadlines.time.LateTask;
import org.qibu.deadlines.time.TimeTable;
import org.qibu.engine.FormRefused;
import org.qibu.engine.identity.Accounts;
import org.springframework.stereotype.Component;

/** Lists whom the ladder would write to in the next 30 days if nobody did anything, also by tables not yet deployed. */
@Component
class DryRun {

    private static final Duration AHEAD = Duration.ofDays(30);

    private final DeadlineRows deadlines;
    private final LadderTable ladder;
    private final TimeTable times;
    private final Calendars calendars;
    private final Accounts accounts;
    private final Offices offices;
    private final Clock clock;

    DryRun(
            DeadlineRows deadlines,
            LadderTable ladder,
            TimeTable times,
            Calendars calendars,
            Accounts accounts,
            Offices offices,
            Clock clock) {
        this.deadlines = deadlines;
        this.ladder = ladder;
        this.times = times;
        this.calendars = calendars;
        this.accounts = accounts;
        this.offices = offices;
        this.clock = clock;
    }

    /**
     * A mail that would go out.
     *
     * @param at when; the present where it is due already
     * @param name whom the account belongs to
     */
    record Foreseen(
            Instant at,
            EscalationLevel level,
            String account,
            String name,
            String taskName,
            @Nullable String matterNo,
            Instant due) {}

    /** What would go out as things are. */
    List<Foreseen> asItIs(Collection<String> communities) {
        return foresee(communities, ladder.current(), LateTask::dueAt);
    }

    /** What would go out with another ladder. */
    List<Foreseen> withLadder(Collection<String> communities, Ladder other) {
        return foresee(communities, other, LateTask::dueAt);
    }

    /** What would go out if all open tasks had been given their time by another table. */
    List<Foreseen> withTimes(Collection<String> communities, Function<Map<String, Object>, Map<String, Object>> table) {
        return foresee(
                communities,
                ladder.current(),
                task -> times.again(task, task.urgency(), facts -> strict(table.apply(facts)))
                        .due());
    }

    private static Allowance strict(Map<String, Object> row) {
        return Allowance.of(row).orElseThrow(() -> new FormRefused("table", "表里有的行没有写明“几”，或者单位不是 工作日、天、小时。"));
    }

    private List<Foreseen> foresee(Collection<String> communities, Ladder by, Function<LateTask, Instant> due) {
        var tasks = deadlines.running(communities);
        var stoodOn = deadlines.rungs(tasks);
        var people = new Recipients(accounts, offices);
        var now = clock.instant();
        var calendar = calendars.today();
        var found = new ArrayList<Foreseen>();
        for (var task : tasks) {
            var dueAt = due.apply(task);
            var climbed = dueAt.equals(task.dueAt()) ? stoodOn.getOrDefault(task.taskId(), Set.of()) : Set.of();
            var standing = by.standing(dueAt, task.createdAt(), task.urgency(), calendar, now);
            if (!standing.due().isEmpty()) {
                var highest = standing.due().get(standing.due().size() - 1);
                if (!climbed.contains(highest.level())) {
                    add(found, task, highest, now, dueAt, people);
                }
            }
            for (var rung : by.of(task.urgency())) {
                var moment = rung.moment(dueAt, task.urgency(), calendar);
                if (moment.isAfter(now) && !moment.isAfter(now.plus(AHEAD))) {
                    add(found, task, rung, moment, dueAt, people);
                }
            }
        }
        found.sort(Comparator.comparing(Foreseen::at).thenComparing(Foreseen::account));
        return found;
    }

    private static void add(
            List<Foreseen> found, LateTask task, Rung rung, Instant at, Instant due, Recipients people) {
        var told = people.of(rung.to(), task);
        told.addAll(people.of(rung.copy(), task));
        told.forEach(account -> found.add(new Foreseen(
                at,
                rung.level(),
                account,
                people.account(account).map(Accounts.Account::name).orElse(account),
                task.taskName(),
                task.matterNo(),
                due)));
    }
}
