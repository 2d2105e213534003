package org.qibu.engine.listener;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Adds listeners of a plugin to each model the engine reads, whoever drew it. */
final class ParseListeners {

    private ParseListeners() {}

    static void add(ProcessEngineConfigurationImpl configuration, BpmnParseListener listener) {
        var listeners = Optional.ofNullable(configuration.getCustomPostBPMNParseListeners())
                .orElseGet(ArrayList::new);
        listeners.add(listener);
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    /** Does this to every user task. */
    static void onUserTasks(ProcessEngineConfigurationImpl configuration, Consumer<TaskDefinition> addition) {
        add(configuration, new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior task) {
                    addition.accept(task.getTaskDefinition());
                }
            }
        });
    }
}
