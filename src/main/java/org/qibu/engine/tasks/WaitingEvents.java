package org.qibu.engine.tasks;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.qibu.engine.identity.AsSystem;
import org.springframework.stereotype.Component;

/** Finds what a matter waits for outside of tasks, and until when. */
@Component
public class WaitingEvents {

    private final ProcessEngine engine;
    private final AsSystem asSystem;

    WaitingEvents(ProcessEngine engine, AsSystem asSystem) {
        this.engine = engine;
        this.asSystem = asSystem;
    }

    /** Whether any process of the matter would take the message now. */
    public boolean isFor(String message, String matterNo) {
        return asSystem.call(() -> engine.getRuntimeService()
                        .createExecutionQuery()
                        .processInstanceBusinessKey(matterNo)
                        .messageEventSubscriptionName(message)
                        .count()
                > 0);
    }

    /** When a timer of the matter falls due; empty where none of this id runs. */
    public Optional<Instant> until(String timer, String matterNo) {
        return asSystem.call(() ->
                engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(matterNo)
                        .list()
                        .stream()
                        .map(ProcessInstance::getId)
                        .flatMap(instance -> engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(instance)
                                .activityId(timer)
                                .list()
                                .stream())
                        .map(Job::getDuedate)
                        .map(Date::toInstant)
                        .findFirst());
    }
}
