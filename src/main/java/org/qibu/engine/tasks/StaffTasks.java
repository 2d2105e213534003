package org.qibu.engine.tasks;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.identity.Accounts.Account;
import org.qibu.engine.identity.AsSystem;
import org.qibu.engine.spi.SeparationOfDuties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The tasks of one member of staff: those in their hands, and those they could take. */
@Component
public class StaffTasks {

    /** More than anybody reads through at once. */
    private static final int MOST = 200;

    private final ProcessEngine engine;
    private final SingletonSupplier<List<SeparationOfDuties>> duties;
    private final Accounts accounts;
    private final AsSystem asSystem;
    private final JdbcClient database;

    StaffTasks(
            ProcessEngine engine,
            ObjectProvider<SeparationOfDuties> duties,
            Accounts accounts,
            AsSystem asSystem,
            JdbcClient database) {
        this.engine = engine;
        this.duties = SingletonSupplier.of(() -> duties.stream().toList());
        this.accounts = accounts;
        this.asSystem = asSystem;
        this.database = database;
    }

    /**
     * A task that waits.
     *
     * @param due null where it has no due moment
     */
    public record StaffTask(String id, String key, String name, String matterNo, String communityCode, Instant due) {}

    /**
     * Those of these accounts a task nobody holds is offered to in one of their communities, whether or not a duty keeps them
     * from it; one question for all of them.
     */
    public Set<String> offeredAny(Collection<String> accountIds) {
        return Set.copyOf(database.sql("""
                        select a.id from unnest(?::text[]) a (id) where exists (
                          select from act_id_tenant_member c
                          join act_ru_task t on t.tenant_id_ = c.tenant_id_ and t.assignee_ is null
                          join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
                          where c.user_id_ = a.id and (l.user_id_ = a.id or l.group_id_ in (
                            select m.group_id_ from act_id_membership m where m.user_id_ = a.id)))""")
                .param(accountIds.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** What this account could take in its communities, the earliest due first. */
    public List<StaffTask> free(String accountId) {
        return accounts.find(accountId)
                .filter(account -> !account.communities().isEmpty())
                .map(account -> asSystem.call(() -> offeredTo(account)))
                .orElse(List.of());
    }

    /** What is in this account's hands, the earliest due first. */
    public List<StaffTask> held(String accountId) {
        return asSystem.call(() -> {
            var held = engine.getTaskService()
                    .createTaskQuery()
                    .taskAssignee(accountId)
                    .active()
                    .orderByDueDate()
                    .asc()
                    .listPage(0, MOST);
            var matters = matters(held);
            return held.stream().map(task -> staffTask(task, matters)).toList();
        });
    }

    private List<StaffTask> offeredTo(Account account) {
        var offered = engine.getTaskService()
                .createTaskQuery()
                .taskCandidateUser(account.id())
                .taskUnassigned()
                .tenantIdIn(account.communities().toArray(String[]::new))
                .active()
                .orderByDueDate()
                .asc()
                .listPage(0, MOST);
        var matters = matters(offered);
        return offered.stream()
                .map(task -> staffTask(task, matters))
                .filter(task -> isAllowed(task, account.id()))
                .toList();
    }

    private Map<String, String> matters(List<Task> offered) {
        var instances = offered.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        var matters = new HashMap<String, String>();
        if (!instances.isEmpty()) {
            engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceIds(instances)
                    .list()
                    .forEach(instance -> matters.put(instance.getId(), instance.getBusinessKey()));
        }
        return matters;
    }

    private static StaffTask staffTask(Task task, Map<String, String> matters) {
        return new StaffTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                matters.get(task.getProcessInstanceId()),
                task.getTenantId(),
                Optional.ofNullable(task.getDueDate()).map(Date::toInstant).orElse(null));
    }

    private boolean isAllowed(StaffTask task, String account) {
        return duties.obtain().stream()
                .filter(duty -> duty.taskKeys().contains(task.key()))
                .allMatch(duty ->
                        duty.objection(task.matterNo(), task.key(), account).isEmpty());
    }
}
