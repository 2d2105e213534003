package org.qibu.deadlines;

import java.util.Map;
import java.util.Set;
import org.qibu.deadlines.escalation.DeadlineRows;
import org.qibu.deadlines.escalation.Effects;
import org.qibu.deadlines.ladder.Effect;
import org.qibu.deadlines.ladder.EscalationLevel;
import org.qibu.deadlines.ladder.LadderTable;
import org.qibu.deadlines.time.TimeGiven;
import org.qibu.deadlines.time.TimeTable;
import org.qibu.engine.TaskFacts;
import org.qibu.engine.spi.TaskTerms;
import org.qibu.engine.spi.TaskWatcher;
import org.springframework.stereotype.Component;

/** Gives every task its time and priority and keeps its row up to date, in the engine's transaction. */
@Component
class DeadlineKeeper implements TaskTerms, TaskWatcher {

    private static final int UNSAID = 50;
    private static final int MOST = 100;

    private final TimeTable times;
    private final DeadlineRows deadlines;
    private final LadderTable ladder;

    DeadlineKeeper(TimeTable times, DeadlineRows deadlines, LadderTable ladder) {
        this.times = times;
        this.deadlines = deadlines;
        this.ladder = ladder;
    }

    @Override
    public Term give(TaskFacts task, Map<String, Object> routing) {
        var time = times.of(task, routing);
        var priority = task.priority() == UNSAID ? time.urgency().priority() : task.priority();
        return new Term(time.due(), Math.min(MOST, priority + raised(deadlines.open(task, time), time)));
    }

    /** How much higher a task stands because of the rungs the one before it stood on. */
    private int raised(Set<EscalationLevel> levels, TimeGiven time) {
        return !levels.isEmpty()
                        && ladder.current().of(time.urgency()).stream()
                                .filter(rung -> levels.contains(rung.level()))
                                .anyMatch(rung -> rung.effects().contains(Effect.PRIORITY))
                ? Effects.RAISE
                : 0;
    }

    @Override
    public void assigned(TaskFacts task) {
        deadlines.holders(task);
    }

    @Override
    public void ended(TaskFacts task) {
        deadlines.end(task.taskId());
    }
}
