package org.qibu.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.qibu.calendar.Calendars;
import org.qibu.deadlines.escalation.DeadlineRows;
import org.qibu.deadlines.escalation.Effects;
import org.qibu.deadlines.ladder.Effect;
import org.qibu.deadlines.ladder.LadderTable;
import org.qibu.deadlines.time.LateTask;
import org.qibu.deadlines.time.TimeGiven;
import org.qibu.deadlines.time.TimeTable;
import org.qibu.engine.tasks.OpenTaskUpdates;
import org.qibu.matter.Matters;
import org.springframework.stereotype.Component;

/**
 * Notices what changed around open tasks: a matter stands still or goes on, is more urgent, or a task nobody wrote down. A
 * task somebody is working on this moment is left for the next look: whoever waited for it here would be waited for there.
 */
@Component
class DeadlineReconciler {

    private static final int MOST = 500;

    private final DeadlineRows deadlines;
    private final DeadlineKeeper keeper;
    private final TimeTable times;
    private final OpenTaskUpdates tasks;
    private final Matters matters;
    private final Calendars calendars;
    private final LadderTable ladder;

    DeadlineReconciler(
            DeadlineRows deadlines,
            DeadlineKeeper keeper,
            TimeTable times,
            OpenTaskUpdates tasks,
            Matters matters,
            Calendars calendars,
            LadderTable ladder) {
        this.deadlines = deadlines;
        this.keeper = keeper;
        this.times = times;
        this.tasks = tasks;
        this.matters = matters;
        this.calendars = calendars;
        this.ladder = ladder;
    }

    /** Takes note of all of it. */
    void reconcile(Instant now) {
        createMissing();
        pauseAndResume(now);
        free(deadlines.lockOfOtherUrgency()).forEach(task -> applyUrgency(task, now));
    }

    private void createMissing() {
        for (var known : tasks.missingIn("deadline", MOST)) {
            var term = keeper.give(known.task(), known.routing());
            tasks.setDueDates(Map.of(known.task().taskId(), term.due()));
            tasks.adjustPriority(
                    List.of(known.task().taskId()),
                    term.priority() - known.task().priority());
        }
    }

    private void pauseAndResume(Instant now) {
        var turned = deadlines.lockTurned(tasks.suspended()).stream()
                .collect(Collectors.partitioningBy(task -> task.heldSince() == null));
        turned.getOrDefault(true, List.of()).forEach(task -> deadlines.hold(task, now));
        for (var task : free(turned.getOrDefault(false, List.of()))) {
            var due = later(task, now);
            deadlines.release(task, due, now);
            tasks.setDueDates(Map.of(task.taskId(), due));
        }
    }

    private List<LateTask> free(List<LateTask> of) {
        var free = tasks.lock(of.stream().map(LateTask::taskId).toList());
        return of.stream().filter(task -> free.contains(task.taskId())).toList();
    }

    /** The due moment put off by as long as the matter stood still. */
    private Instant later(LateTask task, Instant now) {
        if (task.urgency().countsRestDays()) {
            return task.dueAt().plus(Duration.between(task.heldSince(), now));
        }
        var calendar = calendars.today();
        var days = calendar.workingDaysBetween(
                Calendars.dayOf(Objects.requireNonNull(task.heldSince(), "it was held")), Calendars.dayOf(now));
        var due = task.dueAt().atZone(Calendars.CHINA);
        return due.with(calendar.afterWorkingDays(due.toLocalDate(), days)).toInstant();
    }

    private void applyUrgency(LateTask task, Instant now) {
        var urgency = matters.get(task.matterNo()).urgencyOfTasks();
        var time = times.again(task, urgency);
        move(task, time, now);
        tasks.setDueDates(Map.of(task.taskId(), time.due()));
        tasks.adjustPriority(
                List.of(task.taskId()), urgency.priority() - task.urgency().priority());
    }

    /** Gives a task another due moment; rungs it would stand on then as well stay climbed. */
    void move(LateTask task, TimeGiven time, Instant now) {
        var standing = ladder.current().standing(time.due(), task.createdAt(), time.urgency(), calendars.today(), now);
        var kept = standing.due().stream().map(rung -> rung.level().name()).toList();
        deadlines.move(task, time, kept, now);
        if (task.level() > 0
                && standing.due().stream().noneMatch(rung -> rung.effects().contains(Effect.PRIORITY))) {
            tasks.adjustPriority(List.of(task.taskId()), -Effects.RAISE);
        }
    }
}
