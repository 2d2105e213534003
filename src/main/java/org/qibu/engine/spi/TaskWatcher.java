package org.qibu.engine.spi;

import org.qibu.engine.TaskFacts;

/**
 * Hears of every user task of every deployed model, in the engine's own transaction: what a watcher writes stands or falls
 * with what happened to the task, and an exception of it refuses what was about to happen.
 */
public interface TaskWatcher {

    /** A task came into being; its candidates, due date and priority are set. */
    default void created(TaskFacts task) {}

    /** Somebody took it, gave it back, or it was offered to others or given another time. */
    default void assigned(TaskFacts task) {}

    /** It was completed, or ended with its matter. */
    default void ended(TaskFacts task) {}
}
