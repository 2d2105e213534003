package org.qibu.engine.spi;

import java.time.Instant;
import java.util.Map;
import org.qibu.engine.TaskFacts;

/** Gives a task its time and its weight when it comes into being; one bean does so for all models. */
public interface TaskTerms {

    /**
     * The time of one task.
     *
     * @param due when it has to be done
     * @param priority 0 to 100, the most pressing highest
     */
    record Term(Instant due, int priority) {}

    /**
     * Gives a new task its term; called once for each, before the {@link TaskWatcher}s hear of it.
     *
     * @param task the due moment a model gave with {@code camunda:dueDate} is in it, and wins
     * @param routing the engine's values in sight of the task
     */
    Term give(TaskFacts task, Map<String, Object> routing);
}
