package org.qibu.engine.door;

import java.util.ArrayList;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.qibu.engine.MatterEnd;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hears of the end of every process that began as a matter, whoever drew it. */
@Component
class MatterEndPlugin extends AbstractProcessEnginePlugin {

    private final ExecutionListener listener;

    MatterEndPlugin(ObjectProvider<MatterEnd> watchers) {
        listener = execution -> {
            if (isOver(execution)) {
                watchers.forEach(
                        each -> each.ended(execution.getProcessBusinessKey(), execution.getProcessInstanceId()));
            }
        };
    }

    private static boolean isOver(DelegateExecution execution) {
        return execution instanceof ExecutionEntity instance
                && instance.getSuperExecutionId() == null
                && instance.getProcessBusinessKey() != null
                && !instance.isCanceled();
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var listeners = Optional.ofNullable(configuration.getCustomPostBPMNParseListeners())
                .orElseGet(ArrayList::new);
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity process) {
                process.addListener(ExecutionListener.EVENTNAME_END, listener);
            }
        });
        configuration.setCustomPostBPMNParseListeners(listeners);
    }
}
