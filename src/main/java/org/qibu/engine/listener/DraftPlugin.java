package org.qibu.engine.listener;

import java.util.List;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.qibu.engine.draft.Drafts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Ends drafts with their task, however it ends: completed, overtaken by time, withdrawn, deleted by an administrator.
 */
@Component
class DraftPlugin extends AbstractProcessEnginePlugin {

    private final TaskListener over;

    DraftPlugin(ObjectProvider<Drafts> drafts) {
        this.over = task -> drafts.getObject().ended(task.getId(), task.getAssignee());
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        ParseListeners.onUserTasks(
                configuration,
                task -> List.of(TaskListener.EVENTNAME_COMPLETE, TaskListener.EVENTNAME_DELETE)
                        .forEach(end -> task.addBuiltInTaskListener(end, over)));
    }
}
