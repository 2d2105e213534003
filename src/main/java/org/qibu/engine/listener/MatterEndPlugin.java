package org.qibu.engine.listener;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.qibu.engine.CourseForms;
import org.qibu.engine.spi.MatterEnd;
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

    /** A special inspection runs beside the process of its matter and leaves it open. */
    private static boolean beginsAMatter(Element process) {
        return process.elements("startEvent").stream()
                .anyMatch(start -> CourseForms.RECORD_ISSUE.equals(
                        start.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formRef")));
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        ParseListeners.add(configuration, new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity process) {
                if (beginsAMatter(element)) {
                    process.addListener(ExecutionListener.EVENTNAME_END, listener);
                }
            }
        });
    }
}
