package org.qibu.process;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.spring.boot.starter.event.ExecutionEvent;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Remembers which elements were passed and which sequence flows were taken; the engine's history keeps only some of it. */
class ModelCoverage {

    private final Map<String, Set<String>> passed = new ConcurrentHashMap<>();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    @EventListener
    void took(ExecutionEvent event) {
        if (ExecutionListener.EVENTNAME_TAKE.equals(event.getEventName())) {
            taken.add(model(event.getProcessDefinitionId()) + " " + event.getCurrentTransitionId());
        }
    }

    /** What was undone does not count. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void passed(HistoricActivityInstanceEventEntity event) {
        passed.computeIfAbsent(event.getProcessDefinitionKey(), model -> ConcurrentHashMap.newKeySet())
                .add(event.getActivityId());
    }

    /** The elements of a model that were passed. */
    Set<String> passed(String model) {
        return passed.getOrDefault(model, Set.of());
    }

    boolean isTaken(String model, String flow) {
        return taken.contains(model + " " + flow);
    }

    private static String model(String definitionId) {
        return definitionId.substring(0, definitionId.indexOf(':'));
    }
}
