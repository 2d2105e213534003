package org.qibu.engine.process;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.qibu.engine.CourseElements;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.identity.Accounts.Account;
import org.qibu.engine.identity.ActingAs;
import org.qibu.engine.identity.AsSystem;
import org.qibu.engine.identity.SystemWork;
import org.springframework.stereotype.Component;

/** Works on matters in the name of an account, through the same door as everybody at the screen. */
@Component
public class TaskDriver {

    private final ProcessEngine engine;
    private final Accounts accounts;
    private final AsSystem asSystem;
    private final ActingAs acting;

    TaskDriver(ProcessEngine engine, Accounts accounts, AsSystem asSystem, ActingAs acting) {
        this.engine = engine;
        this.accounts = accounts;
        this.asSystem = asSystem;
        this.acting = acting;
    }

    /** Records an issue; the number of the matter comes back. */
    public String start(String account, Map<String, Object> values) {
        var definition = asSystem.call(this::definition);
        return as(account, () -> engine.getFormService().submitStartForm(definition, values))
                .getBusinessKey();
    }

    /** Records an issue for somebody without an account; the number of the matter comes back. */
    public String receive(Map<String, Object> values) {
        return asSystem.call(() ->
                engine.getFormService().submitStartForm(definition(), values).getBusinessKey());
    }

    private String definition() {
        return Optional.ofNullable(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(CourseElements.DELIBERATION)
                        .latestVersion()
                        .singleResult())
                .orElseThrow(() -> new IllegalStateException("no " + CourseElements.DELIBERATION + " is deployed"))
                .getId();
    }

    /** Completes the oldest open task of this kind in the matter. */
    public void complete(String account, String matterNo, String taskKey, Map<String, Object> values) {
        var task = asSystem.call(() -> openTask(matterNo, taskKey));
        as(account, () -> {
            engine.getFormService().submitTaskForm(task, values);
            return null;
        });
    }

    private String openTask(String matterNo, String taskKey) {
        return engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(matterNo)
                .taskDefinitionKey(taskKey)
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no open " + taskKey + " in " + matterNo))
                .getId();
    }

    /** Fires a waiting timer of the matter now, before it is due. */
    public void fireTimer(String matterNo, String timerId) {
        SystemWork.run(() -> fire(matterNo, timerId));
    }

    private void fire(String matterNo, String timerId) {
        var instances = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(matterNo)
                .list();
        var job = instances.stream()
                .flatMap(instance -> engine
                        .getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId(timerId)
                        .list()
                        .stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + timerId + " waits in " + matterNo));
        engine.getManagementService().executeJob(job.getId());
    }

    private <T> T as(String id, Supplier<T> work) {
        Account account = accounts.find(id).orElseThrow(() -> new IllegalArgumentException("no account " + id));
        acting.enter(account);
        try {
            return work.get();
        } finally {
            acting.leave();
        }
    }
}
