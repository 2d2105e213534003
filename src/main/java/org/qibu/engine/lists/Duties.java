package org.qibu.engine.lists;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.qibu.engine.spi.SeparationOfDuties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The open tasks somebody would find in their list and must not do because of another duty: the same rules, asked at the
 * same moment, as at the door. Only the few tasks the rules are about are looked at.
 */
@Component
class Duties {

    private static final String GUARDED = """
            select task.id_ as task_id, task.task_def_key_ as task_key, instance.business_key_ as matter_no
            from act_ru_task task join act_ru_execution instance on instance.id_ = task.proc_inst_id_
            where task.task_def_key_ in (:keys) and instance.business_key_ is not null
              and (task.assignee_ = :user or task.assignee_ is null and exists (
                select 1 from act_ru_identitylink link where link.task_id_ = task.id_ and link.type_ = 'candidate'
                  and (link.user_id_ = :user or link.group_id_ in (:groups))))""";

    private final SingletonSupplier<List<SeparationOfDuties>> rules;
    private final JdbcClient database;

    Duties(ObjectProvider<SeparationOfDuties> rules, JdbcClient database) {
        this.rules = SingletonSupplier.of(() -> rules.stream().toList());
        this.database = database;
    }

    private record Guarded(String taskId, String taskKey, String matterNo) {}

    /** The ids of these tasks. */
    Set<String> excluded(String user, Collection<String> groups) {
        var all = rules.obtain().stream().toList();
        var keys = all.stream().flatMap(rule -> rule.taskKeys().stream()).collect(Collectors.toSet());
        if (keys.isEmpty()) {
            return Set.of();
        }
        var guarded = guarded(user, groups, keys);
        return all.stream()
                .flatMap(rule -> excluded(rule, guarded, user).stream())
                .collect(Collectors.toSet());
    }

    private List<Guarded> guarded(String user, Collection<String> groups, Set<String> keys) {
        return database.sql(GUARDED)
                .params(Map.of("keys", keys, "user", user, "groups", groups.isEmpty() ? Set.of("") : groups))
                .query(Guarded.class)
                .list();
    }

    private static Set<String> excluded(SeparationOfDuties rule, List<Guarded> guarded, String user) {
        var concerned = guarded.stream()
                .filter(task -> rule.taskKeys().contains(task.taskKey()))
                .toList();
        var matters = concerned.stream().map(Guarded::matterNo).collect(Collectors.toSet());
        var suspect = matters.isEmpty() ? Set.<String>of() : new HashSet<>(rule.suspect(matters, user));
        return concerned.stream()
                .filter(task -> suspect.contains(task.matterNo()))
                .filter(task ->
                        rule.objection(task.matterNo(), task.taskKey(), user).isPresent())
                .map(Guarded::taskId)
                .collect(Collectors.toSet());
    }
}
