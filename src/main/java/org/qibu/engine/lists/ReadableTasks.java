package org.qibu.engine.lists;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns the rights of whoever asks into ids, once for a query instead of once for a task. */
@Component
class ReadableTasks {

    /** What is granted, with the versions of the process where it is the key of one. */
    private static final String GRANTED = """
            select a.resource_id_ as resource, d.id_ as definition
            from act_ru_authorization a left join act_re_procdef d on d.key_ = a.resource_id_
            where a.type_ < 2 and (a.user_id_ in (:user, '*') or a.group_id_ in (:groups)) and (%s)""";

    private final JdbcClient database;

    ReadableTasks(JdbcClient database) {
        this.database = database;
    }

    private record Granted(String resource, String definition) {}

    /**
     * What somebody may read.
     *
     * @param everything whether there is no limit; then the rest does not matter
     * @param definitions the ids of the process definitions whose tasks may be read
     * @param tasks the ids of single tasks
     */
    record Rights(boolean everything, Set<String> definitions, Set<String> tasks) {

        static final Rights ALL = new Rights(true, Set.of(), Set.of());
    }

    /** The rights a configured check stands for; it must not contain revocations. */
    Rights of(AuthorizationCheck check) {
        if (!check.getShouldPerformAuthorizatioCheck() || check.getAuthUserId() == null) {
            return Rights.ALL;
        }
        var definitions = new HashSet<String>();
        var tasks = new HashSet<String>();
        for (var granted : granted(check)) {
            if (Authorization.ANY.equals(granted.resource())) {
                return Rights.ALL;
            }
            if (granted.definition() == null) {
                tasks.add(granted.resource());
            } else {
                definitions.add(granted.definition());
            }
        }
        return new Rights(false, definitions, tasks);
    }

    /** The same condition as the engine's own check: the ids of tasks and the keys of processes, not told apart. */
    private List<Granted> granted(AuthorizationCheck check) {
        var permissions = check.getPermissionChecks().getAtomicChecks().stream()
                .map(one -> "a.resource_type_ = %d and a.perms_ & %d = %d"
                        .formatted(one.getResourceType(), one.getPerms(), one.getPerms()))
                .collect(Collectors.joining(" or "));
        var groups = check.getAuthGroupIds();
        return database.sql(GRANTED.formatted(permissions))
                .param("user", check.getAuthUserId())
                .param("groups", groups == null || groups.isEmpty() ? List.of("") : groups)
                .query(Granted.class)
                .list();
    }
}
