package org.qibu.engine.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.qibu.engine.draft.Drafts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets drafts end with their task, however it ends: completed, overtaken by time, withdrawn, deleted by an administrator. */
@Component
class DraftPlugin extends AbstractProcessEnginePlugin {

    private final TaskListener over;

    DraftPlugin(ObjectProvider<Drafts> drafts) {
        this.over = task -> drafts.getObject().ended(task.getId());
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var listeners = Optional.ofNullable(configuration.getCustomPostBPMNParseListeners())
                .orElseGet(ArrayList::new);
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior task) {
                    List.of(TaskListener.EVENTNAME_COMPLETE, TaskListener.EVENTNAME_DELETE)
                            .forEach(end -> task.getTaskDefinition().addBuiltInTaskListener(end, over));
                }
            }
        });
        configuration.setCustomPostBPMNParseListeners(listeners);
    }
}
