package org.qibu.engine.submission;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.qibu.engine.MatterLock;
import org.qibu.engine.NotYourTask;
import org.qibu.engine.ProcessFault;
import org.qibu.engine.TaskUnavailable;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.identity.Accounts.Account;
import org.qibu.engine.identity.AsSystem;
import org.qibu.engine.spi.Deputies;
import org.qibu.engine.spi.LeadUnits;
import org.qibu.engine.spi.SeparationOfDuties;
import org.qibu.transaction.ReadOnce;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Decides whether somebody may work on a task: candidate in its community, not excluded by another duty, not too late. */
@Component
public class TaskAccessPolicy {

    private final ProcessEngine engine;
    private final SingletonSupplier<List<SeparationOfDuties>> duties;
    private final SingletonSupplier<List<Deputies>> deputies;
    private final LeadUnits units;
    private final JdbcClient database;
    private final MatterLock matters;
    private final AsSystem asSystem;
    private final Accounts accounts;
    private final ExecutionSnapshots executionSnapshots;

    TaskAccessPolicy(
            ProcessEngine engine,
            ObjectProvider<SeparationOfDuties> duties,
            ObjectProvider<Deputies> deputies,
            LeadUnits units,
            JdbcClient database,
            MatterLock matters,
            AsSystem asSystem,
            Accounts accounts,
            ExecutionSnapshots executionSnapshots) {
        this.engine = engine;
        this.duties = SingletonSupplier.of(() -> duties.stream().toList());
        this.deputies = SingletonSupplier.of(() -> deputies.stream().toList());
        this.units = units;
        this.database = database;
        this.matters = matters;
        this.asSystem = asSystem;
        this.accounts = accounts;
        this.executionSnapshots = executionSnapshots;
    }

    /** What is found when a task is held: whether a fault is noted against it, and what runs in its matter. */
    private record Held(boolean isFaulty, String root, List<String> running) {}

    /**
     * Holds the matter and the task until the transaction ends, so that of two people at once one is first and the other is
     * told. Where nothing is noted against the task, that is said for this transaction.
     */
    Task hold(String taskId, String userId) {
        matters.holdOfTask(taskId);
        var held = database.sql("""
                        select exists (select from process_fault where place = t.id_ and solved_at is null) as is_faulty,
                          p.root_proc_inst_id_ as root, array(
                        """ + ExecutionSnapshots.runningOf("p.root_proc_inst_id_") + """
                          ) as running
                        from act_ru_task t left join act_ru_execution p on p.id_ = t.proc_inst_id_
                        where t.id_ = ? for update of t""")
                .param(taskId)
                .query((row, number) -> new Held(row.getBoolean("is_faulty"), row.getString("root"), List.of((String[])
                        row.getArray("running").getArray())))
                .optional();
        held.filter(task -> !task.isFaulty()).ifPresent(sound -> ReadOnce.recordIfFirst(ProcessFault.class, taskId));
        ReadOnce.forgetAll();
        held.ifPresent(task -> executionSnapshots.remember(task.root(), task.running()));
        return look(taskId, userId);
    }

    /** The task as it is, when this person belongs to its community. */
    Task look(String taskId, String userId) {
        var task = isWithinCommand() ? ofCommand(taskId) : asked(taskId);
        if (task == null) {
            throw whyGone(taskId, userId);
        }
        if (!belongsTo(task.getTenantId(), userId)) {
            throw TaskUnavailable.notFound();
        }
        return task;
    }

    /** Read by its id alone, which the engine does with one statement and remembers to the end of the command. */
    private static TaskEntity ofCommand(String taskId) {
        var task = Context.getCommandContext().getTaskManager().findTaskById(taskId);
        if (task != null) {
            task.initializeFormKey();
        }
        return task;
    }

    private Task asked(String taskId) {
        return asSystem.call(() -> engine.getTaskService()
                .createTaskQuery()
                .taskId(taskId)
                .initializeFormKeys()
                .singleResult());
    }

    /** Whether the task still waits, whoever asks. */
    boolean isThere(String taskId) {
        return asSystem.call(() ->
                        engine.getTaskService().createTaskQuery().taskId(taskId).count())
                > 0;
    }

    /** Throws unless this person may work on the task now. */
    void mustBeWorkable(Task task, String userId) {
        if (isTaken(task, userId) && absentBehind(task, userId).isEmpty()) {
            throw TaskUnavailable.taken(accounts.nameOf(task.getAssignee()));
        }
        mustBeOffered(task, userId);
    }

    /** Throws unless this person could work on the task if nobody held it. */
    void mustBeOffered(Task task, String userId) {
        if (!isCandidate(task, userId)
                && absentWhoCould(task, userId).findFirst().isEmpty()) {
            if (wasHandedOver(task, userId)) {
                throw TaskUnavailable.givenToOthers();
            }
            throw new NotYourTask("您不在这项任务的经办人员之列，不能办理。");
        }
        objection(task, userId).ifPresent(reason -> {
            throw new NotYourTask(reason);
        });
    }

    /** Whether this person could work on the task until the work was handed to another organisation. */
    private boolean wasHandedOver(Task task, String userId) {
        var matterNo = matterNo(task);
        return units.formerAccountsOf(matterNo).contains(userId)
                && units.accountsOf(matterNo, LeadUnits.LEAD_UNIT).stream()
                        .anyMatch(leading -> isCandidate(task, leading));
    }

    /** The colleague who is away and for whom this person works on the task; empty where it is their own. */
    public Optional<String> absentBehind(String taskId, String userId) {
        return absentBehind(look(taskId, userId), userId);
    }

    /** The colleague who is away and whose task it is for this person; empty where it is their own, or not theirs at all. */
    Optional<String> absentBehind(Task task, String userId) {
        return isOpenTo(task, userId)
                ? Optional.empty()
                : absentWhoCould(task, userId)
                        .filter(absent -> !isTaken(task, absent))
                        .findFirst();
    }

    /** The colleagues this person stands in for who could work on the task if nobody held it. */
    private Stream<String> absentWhoCould(Task task, String userId) {
        return deputies.obtain().stream()
                .flatMap(each -> each.absentOf(userId).stream())
                .filter(absent -> belongsTo(task.getTenantId(), absent))
                .filter(absent -> isCandidate(task, absent))
                .filter(absent -> objection(task, absent).isEmpty());
    }

    private boolean isOpenTo(Task task, String userId) {
        return !isTaken(task, userId) && isCandidate(task, userId);
    }

    private static boolean isTaken(Task task, String userId) {
        return task.getAssignee() != null && !task.getAssignee().equals(userId);
    }

    private Optional<String> objection(Task task, String userId) {
        return duties.obtain().stream()
                .flatMap(duty -> duty.objection(matterNo(task), task.getTaskDefinitionKey(), userId).stream())
                .findFirst();
    }

    /** Whether this person could work on the task, for showing a button. */
    public boolean isWorkable(String taskId, String userId) {
        try {
            mustBeWorkable(look(taskId, userId), userId);
            return true;
        } catch (TaskUnavailable | NotYourTask e) {
            return false;
        }
    }

    String matterNo(Task task) {
        if (task instanceof TaskEntity entity && isWithinCommand()) {
            // read with all executions beside it, which the engine wants as soon as the task is completed
            return Optional.ofNullable(entity.getExecution())
                    .map(ExecutionEntity::getProcessInstance)
                    .map(ExecutionEntity::getBusinessKey)
                    .orElse("");
        }
        return asSystem.call(() -> {
            var instance = engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceId(task.getProcessInstanceId())
                    .singleResult();
            return instance == null ? "" : instance.getBusinessKey();
        });
    }

    /** Within one command the engine hands out what it read before. */
    static boolean isWithinCommand() {
        return Context.getCommandContext() != null;
    }

    private boolean isCandidate(Task task, String userId) {
        var groups = groups(userId);
        return candidates(task).stream()
                .anyMatch(offer ->
                        userId.equals(offer.user()) || offer.group() != null && groups.contains(offer.group()));
    }

    /** To whom a task is offered: an account or a group, the other one is null. */
    private record Offer(String user, String group) {}

    private List<Offer> candidates(Task task) {
        return task instanceof TaskEntity entity && isWithinCommand()
                ? entity.getCandidates().stream()
                        .map(link -> new Offer(link.getUserId(), link.getGroupId()))
                        .toList()
                : database.sql("""
                                select user_id_ as "user", group_id_ as "group" from act_ru_identitylink
                                where task_id_ = ? and type_ = 'candidate'""").param(task.getId()).query(Offer.class).list();
    }

    private List<String> groups(String userId) {
        return accounts.atWork(userId).map(Account::groups).orElse(List.of());
    }

    private boolean belongsTo(String tenantId, String userId) {
        return tenantId == null
                || tenants(userId).contains(tenantId)
                || groups(userId).contains("camunda-admin");
    }

    private List<String> tenants(String userId) {
        return accounts.atWork(userId).map(Account::communities).orElse(List.of());
    }

    private TaskUnavailable whyGone(String taskId, String userId) {
        var past = asSystem.call(() -> engine.getHistoryService()
                .createHistoricTaskInstanceQuery()
                .taskId(taskId)
                .singleResult());
        if (past == null || !belongsTo(past.getTenantId(), userId)) {
            return TaskUnavailable.notFound();
        }
        var doer = TaskEntity.DELETE_REASON_COMPLETED.equals(past.getDeleteReason()) ? past.getAssignee() : null;
        if (doer == null) {
            return TaskUnavailable.gone();
        }
        return doer.equals(userId) ? TaskUnavailable.doneByYourself() : TaskUnavailable.done(accounts.nameOf(doer));
    }
}
