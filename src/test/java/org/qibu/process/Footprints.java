package org.qibu.process;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.spring.boot.starter.event.ExecutionEvent;
import org.springframework.context.event.EventListener;

/** Remembers which sequence flows were taken, since the engine's history keeps no trace of them nor of links. */
class Footprints {

    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    @EventListener
    void took(ExecutionEvent event) {
        if (ExecutionListener.EVENTNAME_TAKE.equals(event.getEventName())) {
            taken.add(model(event.getProcessDefinitionId()) + " " + event.getCurrentTransitionId());
        }
    }

    boolean isTaken(String model, String flow) {
        return taken.contains(model + " " + flow);
    }

    private static String model(String definitionId) {
        return definitionId.substring(0, definitionId.indexOf(':'));
    }
}
