package org.qibu.engine.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/**
 * Finds tasks as the engine does, but leaves out of what somebody can work on what another duty keeps them from, and
 * answers the questions of our lists by a query of our own. Whatever else is asked goes the engine's own way.
 */
class WorkableTasks extends TaskManager {

    private final SingletonSupplier<Duties> duties;
    private final SingletonSupplier<ReadableTasks> readable;

    WorkableTasks(ObjectProvider<Duties> duties, ObjectProvider<ReadableTasks> readable) {
        this.duties = SingletonSupplier.of(duties::getObject);
        this.readable = SingletonSupplier.of(readable::getObject);
    }

    @Override
    public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
        var asked = Workable.in(query);
        if (asked.isEmpty()) {
            return super.findTasksByQueryCriteria(query);
        }
        var excluded = excluded(asked.get());
        return quick(query, asked.get(), excluded)
                .map(quick -> findTasksByNativeQuery(quick.page(), 0, Integer.MAX_VALUE))
                .orElseGet(() -> listWithout(excluded, query));
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        var asked = Workable.in(query);
        if (asked.isEmpty()) {
            return super.findTaskCountByQueryCriteria(query);
        }
        var excluded = excluded(asked.get());
        return quick(query, asked.get(), excluded)
                .map(quick -> findTaskCountByNativeQuery(quick.count()))
                .orElseGet(() -> super.findTaskCountByQueryCriteria(query) - countAmong(excluded, query));
    }

    /** There are none: a task is made by a model only, never under another. */
    @Override
    public List<Task> findTasksByParentTaskId(String parentTaskId) {
        return List.of();
    }

    /** An execution waits at one user task; the one that was read already is not asked for again. */
    @Override
    public List<TaskEntity> findTasksByExecutionId(String executionId) {
        var known = getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
                .filter(task -> executionId.equals(task.getExecutionId()))
                .toList();
        return known.isEmpty() ? super.findTasksByExecutionId(executionId) : new ArrayList<>(known);
    }

    private Set<String> excluded(Workable asked) {
        return duties.obtain().excluded(asked.user(), asked.groups());
    }

    private Optional<QuickQuery> quick(TaskQueryImpl query, Workable asked, Set<String> excluded) {
        configureQuery(query);
        return QuickQuery.of(query, asked, readable.obtain(), excluded);
    }

    /** From the first row on, so that what is left out before the page does not shift it. */
    private List<Task> listWithout(Set<String> excluded, TaskQueryImpl query) {
        var first = query.getFirstResult();
        var most = query.getMaxResults();
        try {
            query.setFirstResult(0);
            query.setMaxResults((int) Math.min(Integer.MAX_VALUE, (long) first + most + excluded.size()));
            return super.findTasksByQueryCriteria(query).stream()
                    .filter(task -> !excluded.contains(task.getId()))
                    .skip(first)
                    .limit(most)
                    .toList();
        } finally {
            query.setFirstResult(first);
            query.setMaxResults(most);
        }
    }

    private long countAmong(Set<String> ids, TaskQueryImpl query) {
        if (ids.isEmpty()) {
            return 0;
        }
        var among = new TaskQueryImpl();
        among.taskIdIn(ids.toArray(String[]::new));
        query.addOrQuery(among);
        try {
            return super.findTaskCountByQueryCriteria(query);
        } finally {
            query.getQueries().remove(among);
        }
    }
}
