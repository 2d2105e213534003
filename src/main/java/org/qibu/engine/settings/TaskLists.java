package org.qibu.engine.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The ready-made lists of the task list: what I hold, what my groups can take, what is overdue. */
@Component
public class TaskLists {

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;

    TaskLists(FilterService filters, TaskService tasks, AuthorizationService authorizations) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
    }

    /** Makes the lists unless they are there, and lets every group read them. */
    public void ensure(Set<String> groups) {
        ensure(
                "可办理的任务",
                1,
                tasks.createTaskQuery()
                        .taskCandidateUserExpression("${currentUser()}")
                        .includeAssignedTasks(),
                groups);
        ensure("我的任务", 2, tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"), groups);
        ensure(
                "已超期",
                3,
                tasks.createTaskQuery()
                        .taskCandidateUserExpression("${currentUser()}")
                        .includeAssignedTasks()
                        .dueBeforeExpression("${now()}"),
                groups);
    }

    private void ensure(String name, int order, TaskQuery query, Set<String> groups) {
        var present = filters.createFilterQuery().filterName(name).singleResult();
        var filter = present != null ? present : make(name, order, query);
        groups.forEach(group -> letRead(group, filter));
    }

    private Filter make(String name, int order, TaskQuery query) {
        var filter = filters.newTaskFilter(name);
        filter.setProperties(Map.of("priority", order, "refresh", true, "color", "#1f5f8b", "variables", List.of()));
        filter.setQuery(query);
        return filters.saveFilter(filter);
    }

    private void letRead(String group, Filter filter) {
        var granted = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(Resources.FILTER)
                .resourceId(filter.getId())
                .count();
        if (granted == 0) {
            var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(Resources.FILTER);
            grant.setResourceId(filter.getId());
            grant.addPermission(Permissions.READ);
            authorizations.saveAuthorization(grant);
        }
    }
}
