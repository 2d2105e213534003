package org.qibu.deadlines;

import java.util.Map;
import org.qibu.engine.TaskFacts;
import org.qibu.engine.TaskTerms;
import org.qibu.engine.TaskWatcher;
import org.springframework.stereotype.Component;

/** Gives every task its time and priority and keeps its row up to date, in the engine's transaction. */
@Component
class DeadlineKeeper implements TaskTerms, TaskWatcher {

    private static final int UNSAID = 50;

    private final TimeTable times;
    private final DeadlineRows deadlines;

    DeadlineKeeper(TimeTable times, DeadlineRows deadlines) {
        this.times = times;
        this.deadlines = deadlines;
    }

    @Override
    public Term give(TaskFacts task, Map<String, Object> routing) {
        var time = times.of(task, routing);
        deadlines.open(task, time);
        return new Term(time.due(), task.priority() == UNSAID ? time.urgency().priority() : task.priority());
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
