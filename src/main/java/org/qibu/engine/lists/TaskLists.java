package org.qibu.engine.lists;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Keeps the ready-made lists of an installation as this version has them; lists people made are left alone. */
@Component
@NamedInterface("lists")
public class TaskLists {

    /** What the first versions called the lists they made without a key. */
    private static final Map<String, String> FORMER_NAMES =
            Map.of("可办理的任务", "workable", "我的任务", "mine", "已超期", "overdue");
    /** Stands in every filter saved from Tasklist. */
    private static final String SAVED_BY_HAND = "showUndefinedVariable";

    private final FilterService filters;
    private final AuthorizationService authorizations;
    private final ReadyMadeLists lists;

    TaskLists(FilterService filters, AuthorizationService authorizations, ReadyMadeLists lists) {
        this.filters = filters;
        this.authorizations = authorizations;
        this.lists = lists;
    }

    /** Makes what is missing, brings up to date what was made by an earlier version, and lets its groups read it. */
    public void ensure(Set<String> groups) {
        var present =
                filters.createFilterQuery().filterResourceType(EntityTypes.TASK).list();
        var place = 0;
        for (var list : lists.all(groups)) {
            var properties = list.properties(++place);
            var filter = find(present, list.key())
                    .map(found -> bringUpToDate(found, list, properties))
                    .orElseGet(() -> save(filters.newTaskFilter(), list, properties));
            list.readers().forEach(group -> letRead(group, filter));
        }
    }

    private static Optional<Filter> find(List<Filter> present, String key) {
        return present.stream().filter(filter -> key.equals(key(filter))).findFirst();
    }

    private static String key(Filter filter) {
        var properties = Optional.ofNullable(filter.getProperties()).orElse(Map.of());
        var key = properties.get(ReadyMade.KEY);
        return key == null && !properties.containsKey(SAVED_BY_HAND)
                ? FORMER_NAMES.get(filter.getName())
                : (String) key;
    }

    private Filter bringUpToDate(Filter filter, ReadyMade list, Map<String, Object> properties) {
        var wanted = (FilterEntity) filters.newTaskFilter().setQuery(list.query());
        var same = filter.getName().equals(list.name())
                && filter.getProperties().equals(properties)
                && ((FilterEntity) filter).getQueryInternal().equals(wanted.getQueryInternal());
        return same ? filter : save(filter, list, properties);
    }

    private Filter save(Filter filter, ReadyMade list, Map<String, Object> properties) {
        filter.setName(list.name());
        filter.setProperties(properties);
        filter.setQuery(list.query());
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
