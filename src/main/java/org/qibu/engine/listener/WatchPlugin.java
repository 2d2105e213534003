package org.qibu.engine.listener;

import java.util.List;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.qibu.engine.spi.TaskTerms;
import org.qibu.engine.spi.TaskWatcher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Adds the watchers to every task of every model, whoever drew it and whenever; a task stays no scope of its own. The
 * last plugin, so that a new task has its candidates before the watchers hear of it.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class WatchPlugin extends AbstractProcessEnginePlugin {

    private final TaskListener watch;

    WatchPlugin(ObjectProvider<TaskTerms> terms, ObjectProvider<TaskWatcher> watchers) {
        watch = new TaskWatch(terms, watchers);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        ParseListeners.onUserTasks(configuration, this::watch);
    }

    /** An end is heard of even where the engine is told to skip listeners. */
    private void watch(TaskDefinition task) {
        List.of(TaskListener.EVENTNAME_CREATE, TaskListener.EVENTNAME_ASSIGNMENT, TaskListener.EVENTNAME_UPDATE)
                .forEach(event -> task.addTaskListener(event, watch));
        List.of(TaskListener.EVENTNAME_COMPLETE, TaskListener.EVENTNAME_DELETE)
                .forEach(event -> task.addBuiltInTaskListener(event, watch));
    }
}
