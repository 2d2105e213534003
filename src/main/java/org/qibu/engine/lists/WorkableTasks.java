package org.qibu.engine.lists;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;

/** Finds tasks as the engine does, but leaves out of what somebody can work on what another duty keeps them from. */
class WorkableTasks extends TaskManager {

    private final ObjectProvider<Duties> duties;

    WorkableTasks(ObjectProvider<Duties> duties) {
        this.duties = duties;
    }

    @Override
    public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
        var excluded = excluded(query);
        return excluded.isEmpty() ? super.findTasksByQueryCriteria(query) : listWithout(excluded, query);
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        var all = super.findTaskCountByQueryCriteria(query);
        var excluded = excluded(query);
        return excluded.isEmpty() ? all : all - countAmong(excluded, query);
    }

    private Set<String> excluded(TaskQueryImpl query) {
        return Workable.in(query)
                .map(asked -> duties.getObject().excluded(asked.user(), asked.groups()))
                .orElse(Set.of());
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
