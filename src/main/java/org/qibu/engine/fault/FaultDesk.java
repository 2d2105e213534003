package org.qibu.engine.fault;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.qibu.engine.TaskUnavailable;
import org.qibu.engine.draft.DraftCheck;
import org.qibu.engine.draft.Drafts;
import org.qibu.engine.fault.ProcessFaults.Met;
import org.qibu.engine.form.FormDefinition;
import org.qibu.engine.form.FormDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
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
public class FaultDesk {

    private static final Logger log = LoggerFactory.getLogger(FaultDesk.class);

    private final ObjectProvider<ProcessEngine> engine;
    private final ObjectProvider<PlatformTransactionManager> transactions;
    private final ProcessFaults faults;
    private final Drafts drafts;

    FaultDesk(
            ObjectProvider<ProcessEngine> engine,
            ObjectProvider<PlatformTransactionManager> transactions,
            ProcessFaults faults,
            Drafts drafts) {
        this.engine = engine;
        this.transactions = transactions;
        this.faults = faults;
        this.drafts = drafts;
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
            find(taskId).ifPresent(task -> note(task, failure));
            if (kept) {
                keep(taskId, typed);
            }
        });
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

    private static Typed typed(Supplier<Typed> typing) {
        try {
            return typing.get();
        } catch (RuntimeException unreadable) {
            return Typed.nothing();
        }
    }

    private void note(Task task, RuntimeException failure) {
        var model = definition(task.getProcessDefinitionId());
        var instance = engine.getObject()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        faults.note(new Met(
                instance == null ? null : instance.getBusinessKey(),
                task.getTenantId(),
                task.getId(),
                task.getName(),
                model.getKey(),
                model.getVersion(),
                FaultReasons.inWords(failure)));
    }

    private void keep(String place, Typed typed) {
        var form = typed.form().orElseThrow();
        var values = DraftCheck.check(form, FormDesk.typed(form, typed.values()));
        if (!values.isEmpty()) {
            drafts.keep(place, typed.userId(), values, DraftCheck.words(form, values));
        }
    }

    private Optional<Task> find(String taskId) {
        return Optional.ofNullable(engine.getObject()
                .getTaskService()
                .createTaskQuery()
                .taskId(taskId)
                .singleResult());
    }

    private ProcessDefinition definition(String id) {
        return engine.getObject()
                .getRepositoryService()
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
        var transaction = new TransactionTemplate(transactions.getObject());
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var identity = engine.getObject().getIdentityService();
        var before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            transaction.executeWithoutResult(status -> work.run());
        } catch (RuntimeException e) {
            log.error("A process that cannot go on could not be noted", e);
        } finally {
            if (before != null) {
                identity.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
            }
        }
    }
}
