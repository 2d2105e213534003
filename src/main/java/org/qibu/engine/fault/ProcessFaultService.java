package org.qibu.engine.fault;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.qibu.engine.TaskUnavailable;
import org.qibu.engine.draft.DraftCheck;
import org.qibu.engine.draft.Drafts;
import org.qibu.engine.fault.ProcessFaults.Met;
import org.qibu.engine.form.FormDefinition;
import org.qibu.engine.form.FormSubmissionService;
import org.qibu.engine.form.SentRows;
import org.qibu.engine.identity.SystemWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What happens when a process cannot go on under somebody's hands: what they typed is kept, the process administrators are
 * told once, and the person reads a sentence instead of a number.
 */
@Component
@NamedInterface("fault")
public class ProcessFaultService {

    private static final Logger log = LoggerFactory.getLogger(ProcessFaultService.class);

    private final ProcessEngine engine;
    private final PlatformTransactionManager transactions;
    private final ProcessFaults faults;
    private final FaultIncidents incidents;
    private final Drafts drafts;
    private final SentRows rows;

    ProcessFaultService(
            ProcessEngine engine,
            PlatformTransactionManager transactions,
            ProcessFaults faults,
            FaultIncidents incidents,
            Drafts drafts,
            SentRows rows) {
        this.engine = engine;
        this.transactions = transactions;
        this.faults = faults;
        this.incidents = incidents;
        this.drafts = drafts;
        this.rows = rows;
    }

    /** What somebody had typed where it happened. */
    public record Typed(String userId, Optional<FormDefinition> form, Map<String, Object> values) {

        /** Where nobody typed anything. */
        public static Typed nothing() {
            return new Typed(null, Optional.empty(), Map.of());
        }

        private boolean isKept() {
            return userId != null && form.isPresent() && values != null && !values.isEmpty();
        }

        private Map<String, Object> draft() {
            return DraftCheck.check(form.orElseThrow(), FormSubmissionService.typed(form.orElseThrow(), values));
        }
    }

    /**
     * What to answer when work on a task failed.
     *
     * @param typed asked only where the failure is the model's
     * @return the failure itself, unless it is the model's
     */
    public RuntimeException atTask(String taskId, Supplier<Typed> typing, RuntimeException failure) {
        if (!FaultReasons.isOfModel(failure)) {
            return failure;
        }
        log.error("Task {} cannot go on", taskId, failure);
        var typed = typed(typing);
        var kept = typed.isKept();
        afterwards(() -> {
            var task = find(taskId);
            task.ifPresent(each -> note(each, failure));
            if (kept) {
                keep(taskId, typed);
                task.flatMap(this::process).ifPresent(process -> keepRows(process, typed));
            }
        });
        afterwards(() -> find(taskId).ifPresent(task -> incidents.raise(task.getExecutionId(), taskId)));
        return TaskUnavailable.faulty(kept);
    }

    /** What to answer when a process could not be started; {@code place} is where a draft of its form lies. */
    public RuntimeException atStart(
            String definitionId, String place, Supplier<Typed> typing, RuntimeException failure) {
        if (!FaultReasons.isOfModel(failure) || failure instanceof BadUserRequestException) {
            return failure;
        }
        log.error("{} cannot be started", definitionId, failure);
        var typed = typed(typing);
        var kept = typed.isKept();
        afterwards(() -> {
            var model = definition(definitionId);
            faults.note(
                    new Met(null, null, place, "", model.getKey(), model.getVersion(), FaultReasons.inWords(failure)));
            if (kept) {
                keep(place, typed);
            }
        });
        return TaskUnavailable.faulty(kept);
    }

    /** A process could be started after all. */
    public void started(String place) {
        faults.solved(place);
    }

    /**
     * What to answer when a message reached a process that could not go on with it.
     *
     * @return the failure itself, unless it is the model's
     */
    public RuntimeException atMessage(String message, String matterNo, RuntimeException failure) {
        if (!FaultReasons.isOfModel(failure)) {
            return failure;
        }
        log.error("{} of {} cannot go on", message, matterNo, failure);
        afterwards(() -> waiting(message, matterNo).ifPresent(process -> {
            var model = definition(process.getProcessDefinitionId());
            faults.note(new Met(
                    matterNo,
                    process.getTenantId(),
                    placeOf(message, matterNo),
                    message,
                    model.getKey(),
                    model.getVersion(),
                    FaultReasons.inWords(failure)));
        }));
        afterwards(() -> listening(message, matterNo)
                .filter(execution -> ((ExecutionEntity) execution).getActivityId() != null)
                .ifPresent(execution -> incidents.raise(execution.getId(), placeOf(message, matterNo))));
        return TaskUnavailable.faulty(false);
    }

    /** A message was taken after all. */
    public void taken(String message, String matterNo) {
        if (faults.solved(placeOf(message, matterNo))) {
            unchecked(() -> incidents.resolve(placeOf(message, matterNo)));
        }
    }

    /**
     * An instance is about to run on a newer version of its process, where it may go on.
     *
     * @param newest number of that version
     */
    public void moving(ProcessInstance instance, String matterNo, String process, int newest) {
        incidents.resolveOf(instance.getId());
        faults.moved(matterNo, process, newest);
    }

    private static String placeOf(String message, String matterNo) {
        return ProcessFaults.MESSAGE + message + ":" + matterNo;
    }

    private Optional<ProcessInstance> waiting(String message, String matterNo) {
        return listening(message, matterNo)
                .map(execution -> engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(execution.getProcessInstanceId())
                        .singleResult());
    }

    private Optional<Execution> listening(String message, String matterNo) {
        return engine
                .getRuntimeService()
                .createExecutionQuery()
                .messageEventSubscriptionName(message)
                .processInstanceBusinessKey(matterNo)
                .list()
                .stream()
                .findFirst();
    }

    /** A table all processes share cannot be calculated; whoever asked it goes on without it. */
    public void atTable(String table, RuntimeException failure) {
        log.error("The table {} cannot be calculated: {}", table, failure.getMessage());
        afterwards(() -> Optional.ofNullable(engine.getRepositoryService()
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(table)
                        .latestVersion()
                        .singleResult())
                .ifPresent(model -> faults.note(new Met(
                        null,
                        null,
                        ProcessFaults.TABLE + table,
                        model.getName() == null ? table : model.getName(),
                        table,
                        model.getVersion(),
                        FaultReasons.ofTable(failure)))));
    }

    /** A table that could not be calculated can be by now. */
    public void mended(String table) {
        afterwards(() -> faults.solved(ProcessFaults.TABLE + table));
    }

    private static Typed typed(Supplier<Typed> typing) {
        try {
            var typed = typing.get();
            if (typed.isKept()) {
                typed.draft();
            }
            return typed;
        } catch (RuntimeException unreadable) {
            return Typed.nothing();
        }
    }

    private void note(Task task, RuntimeException failure) {
        var model = definition(task.getProcessDefinitionId());
        faults.note(new Met(
                process(task).map(ProcessInstance::getBusinessKey).orElse(null),
                task.getTenantId(),
                task.getId(),
                task.getName(),
                model.getKey(),
                model.getVersion(),
                FaultReasons.inWords(failure)));
    }

    private Optional<ProcessInstance> process(Task task) {
        return Optional.ofNullable(engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult());
    }

    /** Rows stand on the matter's page until their task is submitted; so do those that came with the submission. */
    private void keepRows(ProcessInstance process, Typed typed) {
        if (process.getBusinessKey() != null) {
            rows.keep(
                    process.getBusinessKey(),
                    process.getTenantId(),
                    typed.form().orElseThrow(),
                    typed.values(),
                    typed.userId());
        }
    }

    private void keep(String place, Typed typed) {
        var form = typed.form().orElseThrow();
        var values = typed.draft();
        if (!values.isEmpty()) {
            drafts.keep(place, typed.userId(), values, DraftCheck.words(form, values));
        }
    }

    private Optional<Task> find(String taskId) {
        return Optional.ofNullable(
                engine.getTaskService().createTaskQuery().taskId(taskId).singleResult());
    }

    private ProcessDefinition definition(String id) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionId(id)
                .singleResult();
    }

    /** Once what failed is undone, so that nothing waits for a lock of its own. */
    private void afterwards(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            apart(work);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                apart(work);
            }
        });
    }

    private void apart(Runnable work) {
        var transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        try {
            unchecked(() -> transaction.executeWithoutResult(status -> work.run()));
        } catch (RuntimeException e) {
            log.error("A process that cannot go on could not be noted", e);
        }
    }

    /** As the product itself, whoever works on it. */
    private void unchecked(Runnable work) {
        var identity = engine.getIdentityService();
        var before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            SystemWork.run(work);
        } finally {
            if (before != null) {
                identity.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
            }
        }
    }
}
